using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatepost.Audits;

namespace Gatepost.Reports;

/// <summary>Findings as SARIF 2.1.0, for code scanning: the sorts of findings as rules, each finding at its file and line.</summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Appends the log and a line feed.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="folder">The folder of the configuration relative to the root of the repository, put before every file; empty where the files are relative to it already.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<Finding> findings, string version, string folder, IBufferWriter<byte> output)
    {
        using var json = JsonText.NewWriter();
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("$schema"u8, Schema);
        json.WriteString("version"u8, "2.1.0");
        json.WriteStartArray("runs"u8);
        json.WriteStartObject();
        Tool(json, version);
        json.WriteStartArray("results"u8);
        foreach (var finding in findings) Result(json, finding, folder);
        json.WriteEndArray();
        json.WriteString("columnKind"u8, "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.EndLine(output);
    }

    private static void Tool(Utf8JsonWriter json, string version)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "gatepost");
        json.WriteString("version"u8, version);
        json.WriteStartArray("rules"u8);
        foreach (var kind in FindingKinds.All)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, kind.Id);
            json.WriteString("name"u8, kind.Name);
            Message(json, "shortDescription"u8, kind.Title + ".");
            Message(json, "fullDescription"u8, kind.Why);
            Message(json, "help"u8, $"{kind.Remedy} What that may break: {kind.Risk}");
            json.WriteStartObject("defaultConfiguration"u8);
            json.WriteString("level"u8, Level(kind.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Finding finding, string folder)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, finding.Kind.Id);
        json.WriteNumber("ruleIndex"u8, Index(finding.Kind));
        json.WriteString("level"u8, Level(finding.Severity));
        Message(json, "message"u8, finding.Remedy is { } remedy ? $"{finding.What} {remedy}" : finding.What);
        json.WriteStartArray("locations"u8);
        if (finding.Origin is { } origin && !ReferenceEquals(origin, Relay.Origin.Default))
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation"u8);
            json.WriteStartObject("artifactLocation"u8);
            json.Text("uri"u8, Uri(folder, origin.File));
            json.WriteEndObject();
            if (origin.Line > 0)
            {
                json.WriteStartObject("region"u8);
                json.WriteNumber("startLine"u8, origin.Line);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("gatepost/1"u8, Fingerprint(finding));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The same finding on another line is the same finding: the line is not part of it.
    private static string Fingerprint(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Kind.Id}\n{finding.Origin?.File}\n{finding.What}")).AsSpan(0, 12));

    private static string Uri(string folder, string file)
    {
        var path = folder.Length == 0 || file.StartsWith('/') ? file : $"{folder.TrimEnd('/')}/{file}";
        return string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
    }

    private static int Index(FindingKind kind)
    {
        for (var i = 0; i < FindingKinds.All.Count; i++)
            if (ReferenceEquals(FindingKinds.All[i], kind)) return i;
        return -1;
    }

    private static void Message(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.Text("text"u8, text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
