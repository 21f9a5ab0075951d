using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatepost.Tests.Reports;

/// <summary>Validates against the part of JSON Schema 2020-12 that the project's schemas use; any other keyword is an error.</summary>
internal sealed class JsonSchema(JsonElement schema)
{
    private static readonly HashSet<string> Known =
        ["$schema", "title", "description", "type", "enum", "properties", "required", "additionalProperties", "items", "pattern"];

    public static JsonSchema Load(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    /// <summary>What is wrong, each with its path; empty where the value is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "$", problems);
        return problems;
    }

    private static void Check(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject())
            if (!Known.Contains(keyword.Name)) throw new NotSupportedException(keyword.Name);
        if (schema.TryGetProperty("type", out var type) && !HasType(type, value)) problems.Add($"{path}: {value.ValueKind} is not {type}");
        if (schema.TryGetProperty("enum", out var members)
            && !members.EnumerateArray().Any(m => value.ValueKind == JsonValueKind.String && m.GetString() == value.GetString()))
            problems.Add($"{path}: {value} is none of the enum");
        if (schema.TryGetProperty("pattern", out var pattern) && value.ValueKind == JsonValueKind.String
            && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.NonBacktracking))
            problems.Add($"{path}: {value} does not match {pattern}");
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var i = 0;
            foreach (var item in value.EnumerateArray()) Check(items, item, $"{path}[{i++}]", problems);
        }

        if (value.ValueKind == JsonValueKind.Object) CheckObject(schema, value, path, problems);
    }

    private static void CheckObject(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) problems.Add($"{path}: {name} is missing");
        var properties = schema.GetProperty("properties");
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var inner)) Check(inner, member.Value, $"{path}.{member.Name}", problems);
            else if (!schema.GetProperty("additionalProperties").GetBoolean()) problems.Add($"{path}: {member.Name} is not in the schema");
        }
    }

    private static bool HasType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => HasType(t, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => throw new NotSupportedException(type.GetString()),
        };
}
