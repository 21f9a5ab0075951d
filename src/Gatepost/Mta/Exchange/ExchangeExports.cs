using System.Text;
using System.Text.Json;
using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>
/// Reads what <c>ConvertTo-Json</c> and <c>Export-Csv</c> make of the cmdlets' objects: one file for each cmdlet, or one JSON object with a property for each. What a file holds is
/// seen from the properties of its objects.
/// </summary>
internal sealed class ExchangeExports(List<ConfigProblem> problems)
{
    private const int MostRecords = 100_000;
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    private readonly Dictionary<ExchangeExportKind, List<ExchangeRecord>> _records = [];

    /// <summary>The objects of a cmdlet.</summary>
    public IReadOnlyList<ExchangeRecord> Of(ExchangeExportKind kind) => _records.TryGetValue(kind, out var records) ? records : [];

    /// <summary>Reads a file; one that is no export adds nothing.</summary>
    public void Read(ConfigFile file)
    {
        var text = (file.Text ?? "").TrimStart('\uFEFF').TrimStart();
        if (text.Length == 0) return;
        if (text[0] is '{' or '[') Json(file, text);
        else Csv(file, text);
    }

    private void Json(ConfigFile file, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_lenient);
            Objects(document.RootElement, new Origin(file.Shown, 0));
        }
        catch (JsonException e)
        {
            problems.Add(new ConfigProblem(new Origin(file.Shown, (int)Math.Min(int.MaxValue, (e.LineNumber ?? -1) + 1)), ConfigProblemKind.Syntax, "this is no JSON", "export with ConvertTo-Json -Depth 4"));
        }
    }

    private void Objects(JsonElement element, Origin origin)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Objects(item, origin);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.EnumerateObject().Any() && element.EnumerateObject().All(static p => p.Name.StartsWith("Get-", StringComparison.OrdinalIgnoreCase) || p.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Null))
            {
                foreach (var property in element.EnumerateObject()) Objects(property.Value, origin);
                return;
            }

            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
            foreach (var property in element.EnumerateObject()) values[property.Name] = Values(property.Value);
            Add(new ExchangeRecord(origin, values));
        }
    }

    // What PowerShell makes an object of is shown by one of its properties.
    private static IReadOnlyList<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString() ?? ""],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Object => Shown(value) is { } shown ? [shown] : [],
        _ => [value.GetRawText()],
    };

    private static string? Shown(JsonElement value)
    {
        if (Member(value, "Address") is { } address && Member(value, "Port") is { } port) return address.Contains(':', StringComparison.Ordinal) ? $"[{address}]:{port}" : $"{address}:{port}";
        if (Member(value, "Domain") is { } domain) return Member(value, "IncludeSubDomains") is "true" ? $"*.{domain}" : domain;
        return Member(value, "Expression") ?? Member(value, "Value") ?? Member(value, "RawIdentity") ?? Member(value, "Name");
    }

    private static string? Member(JsonElement value, string name) => !value.TryGetProperty(name, out var member) ? null
        : member.ValueKind switch { JsonValueKind.String => member.GetString(), JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(), _ => null };

    private void Csv(ConfigFile file, string text)
    {
        var number = 0;
        string[]? head = null;
        foreach (var (fields, line) in Rows(text))
        {
            if (number++ == 0 && fields[0].StartsWith("#TYPE", StringComparison.Ordinal)) continue;
            if (head is null)
            {
                head = [.. fields];
                continue;
            }

            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < head.Length && i < fields.Count; i++)
            {
                if (fields[i].StartsWith("System.Collections", StringComparison.Ordinal) || fields[i].StartsWith("Microsoft.Exchange", StringComparison.Ordinal))
                    problems.Add(new ConfigProblem(new Origin(file.Shown, line), ConfigProblemKind.BadValue, $"Export-Csv lost the values of {head[i]}", "export with ConvertTo-Json -Depth 4"));
                values[head[i]] = fields[i].Length == 0 ? [] : [fields[i]];
            }

            Add(new ExchangeRecord(new Origin(file.Shown, line), values));
        }
    }

    // RFC 4180, each row with the line it begins at.
    private static IEnumerable<(List<string> Fields, int Line)> Rows(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, line, begin) = (false, 1, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n') line++;
            if (quoted && i < text.Length)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
                else quoted = false;
                continue;
            }

            switch (c)
            {
                case '"': quoted = true; break;
                case ',':
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r': break;
                case '\n':
                    fields.Add(field.ToString());
                    field.Clear();
                    if (fields.Count > 1 || fields[0].Length > 0) yield return (fields, begin);
                    fields = [];
                    begin = line;
                    break;
                default: field.Append(c); break;
            }
        }
    }

    private void Add(ExchangeRecord record)
    {
        var kind = record.Has("RemoteIPRanges") || record.Has("PermissionGroups") ? ExchangeExportKind.ReceiveConnector
            : record.Has("ExtendedRights") ? ExchangeExportKind.Permission
            : record.Has("DomainType") && record.Has("DomainName") ? ExchangeExportKind.AcceptedDomain
            : record.Has("ConnectorType") && record.Has("SenderDomains") ? ExchangeExportKind.InboundConnector
            : record.Has("AllowedOOFType") || record.Has("TNEFEnabled") ? ExchangeExportKind.RemoteDomain
            : ExchangeExportKind.Other;
        if (!_records.TryGetValue(kind, out var records)) _records[kind] = records = [];
        if (records.Count < MostRecords) records.Add(record);
    }
}
