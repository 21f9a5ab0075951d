using System.Net;
using System.Text.Json;
using System.Text.Unicode;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// Reads a recorded world, which may come from anyone: never throws, and nothing in it is believed beyond what its members say.
/// Members that are not known are passed over, so that newer files can be read.
/// </summary>
public static partial class WorldReader
{
    /// <summary>Octets that a file may have.</summary>
    public const int MostOctets = 16 * 1024 * 1024;

    /// <summary>Reads a file's octets, UTF-8.</summary>
    public static WorldReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MostOctets) return new(new WorldProblem("a recorded world has at most 16 MiB", 1, 1));
        if (file.Span.StartsWith("\uFEFF"u8)) file = file[3..];
        if (!Utf8.IsValid(file.Span)) return new(new WorldProblem("the file is not UTF-8", 1, 1));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(file);
        }
        catch (JsonException e)
        {
            return new(new WorldProblem("this is no JSON", (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1));
        }

        using (document)
        {
            var fields = new WorldFields(file);
            var world = World(fields, document.RootElement);
            return fields.Problem is { } problem ? new(problem) : new(world);
        }
    }

    private static World World(WorldFields f, JsonElement root)
    {
        if (f.Text(root, "schema") != WorldWriter.Schema) f.Fault(root, $"this is no {WorldWriter.Schema}");
        return new World
        {
            RecordedAt = f.Time(root, "recordedAt"),
            Version = f.Text(root, "version"),
            Helo = f.Text(root, "helo"),
            Target = f.Text(root, "target"),
            IsComplete = f.Flag(root, "complete", otherwise: true),
            Input = f.Object(root, "input") is { } input ? new WorldInput(f.Text(input, "name"), f.Text(input, "text")) : null,
            Responses = f.List(root, "dns", e => Response(f, e)),
            Dialogs = f.List(root, "smtp", e => Dialog(f, e)),
        };
    }

    private static DnsResponse Response(WorldFields f, JsonElement e)
    {
        if (!ZoneText.TryParseType(f.Text(e, "type"), out var type)) f.Fault(e, "type is no record type");
        var ask = f.List(e, "ask", f.Value);
        var flags = f.List(e, "flags", f.Value);
        var query = new DnsQuery(f.Text(e, "name"), type)
        {
            Server = f.KnownEndPoint(e, "server"),
            RecursionDesired = ask.Contains("rd"),
            CheckingDisabled = ask.Contains("cd"),
            DnssecOk = ask.Contains("do"),
        };
        return new DnsResponse(query, f.Enum<DnsOutcome>(e, "outcome"))
        {
            Rcode = f.KnownNumber(e, "rcode"),
            Authoritative = flags.Contains("aa"),
            AuthenticData = flags.Contains("ad"),
            RecursionAvailable = flags.Contains("ra"),
            OverTcp = flags.Contains("tcp"),
            Answers = f.List(e, "answers", r => Record(f, r)),
            Authority = f.List(e, "authority", r => Record(f, r)),
            Additional = f.List(e, "additional", r => Record(f, r)),
            Errors = f.List(e, "errors", r => new ExtendedDnsError(f.Number(r, "code"), f.Text(r, "text"))),
            Server = f.KnownEndPoint(e, "answeredBy"),
            ObservedAt = f.Time(e, "at"),
            Elapsed = f.Span(e, "elapsed"),
            Problem = f.Known(e, "problem"),
        };
    }

    private static DnsRecord Record(WorldFields f, JsonElement e)
    {
        if (ZoneText.TryParse(f.Value(e)) is { } record) return record;
        f.Fault(e, "this is no resource record");
        return new DnsRecord(".", DnsType.A, 0, new DnsData.Address(IPAddress.None));
    }
}
