using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Logs;

/// <summary>Feeds lines to a log reader, and writes what it read as one line with every field that is known.</summary>
internal static class LogLines
{
    public static LogClock Clock { get; } = new(new FixedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    public static List<Refusal> Read(LogReader reader, params IEnumerable<string> lines)
    {
        var found = new List<Refusal>();
        var number = 0;
        foreach (var line in lines) reader.ReadAll(Encoding.UTF8.GetBytes(line), new SourceSpan("log", ++number), found);
        return found;
    }

    public static string Brief(LogReader reader, params IEnumerable<string> lines) => string.Join(" || ", Read(reader, lines).Select(Brief));

    public static string Brief(Refusal r)
    {
        var text = new StringBuilder(r.Kind.ToString());
        Add("reply", r.Reply == Reply.Empty ? null : r.Reply.ToString());
        Add("status", r.ReportedStatus?.ToString());
        Add("why", r.Explanation);
        Add("to", r.Recipient);
        Add("orig", r.OriginalRecipient);
        Add("from", r.Sender);
        Add("at", r.Phase == SmtpPhase.Unknown ? null : r.Phase.ToString());
        Add("cmd", r.Command);
        Add("remote", Host(r.RemoteMta, r.RemoteAddress, r.RemotePort));
        Add("by", r.ReportingMta);
        if (r.RefusedByReporter) text.Append(" own");
        Add("client", Host(r.ClientName, r.ClientAddress, null));
        Add("helo", r.Helo);
        Add("login", r.Login);
        Add("auth", r.Auth == AuthState.Unknown ? null : r.Auth.ToString());
        Add("time", r.Time?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz"));
        Add("id", r.QueueId);
        return text.ToString();

        void Add(string name, string? value)
        {
            if (value is not null) text.Append($" {name}={value}");
        }
    }

    private static string? Host(string? name, string? address, int? port)
    {
        if (name is null && address is null) return null;
        var text = address is null ? name : name is null ? $"[{address}]" : $"{name} [{address}]";
        return port is null ? text : $"{text}:{port}";
    }

    /// <summary>Needles must not hide a line that is read.</summary>
    public static void NeedlesCover(LogReader reader, params IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => Read(reader, line).Count > 0))
            Assert.True(reader.Needles.Count == 0 || reader.Needles.Any(needle => line.Contains(needle, StringComparison.Ordinal)), line);
    }

    /// <summary>Cuts, doubles, replaces and mixes the lines in every way, and feeds them and random bytes to fresh readers.</summary>
    public static void NeverThrows(Func<LogReader> reader, params IReadOnlyList<string> lines)
    {
        var bytes = lines.Select(Encoding.UTF8.GetBytes).ToArray();
        var mutated = from line in Gen.Int[0, bytes.Length - 1].Select(i => bytes[i])
                      from other in Gen.Int[0, bytes.Length - 1].Select(i => bytes[i])
                      from cut in Gen.Int[0, line.Length]
                      from at in Gen.Int[0, other.Length]
                      from noise in Gen.Byte.Array[0, 6]
                      from how in Gen.Int[0, 3]
                      select how switch
                      {
                          0 => line[..cut],
                          1 => [.. line[..cut], .. noise, .. line[cut..]],
                          2 => [.. line[..cut], .. other[at..]],
                          _ => line[cut..],
                      };
        Gen.OneOf(mutated, Gen.Byte.Array[0, 200]).Array[1, 4].Sample(
            batch =>
            {
                var fresh = reader();
                var found = new List<Refusal>();
                foreach (var line in batch)
                {
                    Assert.InRange(fresh.Recognise(line), 0, 100);
                    fresh.SeemsRefusal(line);
                    fresh.ReadAll(line, new SourceSpan("log", 1), found);
                }
            },
            iter: 1_000);
        foreach (var pattern in (string[])["<", "\"", "(", "[", "H=(", "F=<", "A=\"", ", ", "_/", ";{", "[{", "{\"a\":", "\\303", " reject="])
            foreach (var line in lines)
                Read(reader(), line + string.Concat(Enumerable.Repeat(pattern, 30_000 / pattern.Length)),
                    line[..(line.Length / 2)] + string.Concat(Enumerable.Repeat(pattern, 30_000 / pattern.Length)));
    }
}
