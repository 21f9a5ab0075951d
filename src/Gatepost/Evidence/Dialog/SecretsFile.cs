using System.Text;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// Logins in a text, one a line: <c>user secret</c> for any server, or <c>host user secret</c> for one. Fields are separated by
/// blanks or tabs; one that holds a blank, a quotation mark or <c>#</c> at its start stands in quotation marks, with <c>\"</c> and
/// <c>\\</c> inside. Empty lines and lines that begin with <c>#</c> are skipped.
/// </summary>
/// <param name="Secrets">The lines that could be read, in their order.</param>
/// <param name="Problems">What could not be read; empty where all could.</param>
public sealed record SecretsFile(IReadOnlyList<Secret> Secrets, IReadOnlyList<SecretsProblem> Problems)
{
    /// <summary>Reads a text; never throws.</summary>
    public static SecretsFile Parse(string text)
    {
        var secrets = new List<Secret>();
        var problems = new List<SecretsProblem>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var start = number == 1 && line.StartsWith("\ufeff") ? 1 : 0;
            if (ReadFields(line, start, out var fields) is var (message, position))
            {
                problems.Add(new SecretsProblem(message, number, position + 1));
                continue;
            }

            switch (fields)
            {
                case []: break;
                case [var user, var secret]: secrets.Add(new Secret(null, user, secret)); break;
                case [var host, var user, var secret]: secrets.Add(new Secret(host, user, secret)); break;
                default: problems.Add(new SecretsProblem("user and secret are expected, with a host before them or none", number, 1)); break;
            }
        }

        return new SecretsFile(secrets, problems);
    }

    /// <summary>The login of <paramref name="user"/> (any, where null) at a host: a line for the host before one for any.</summary>
    public Secret? Find(string host, string? user = null)
    {
        var candidates = Secrets.Where(s => user is null || s.User == user);
        return candidates.FirstOrDefault(s => string.Equals(s.Host, host, StringComparison.OrdinalIgnoreCase)) ?? candidates.FirstOrDefault(static s => s.Host is null);
    }

    /// <summary>Never a secret.</summary>
    public override string ToString() => $"{Secrets.Count} secrets";

    private static (string Message, int Position)? ReadFields(ReadOnlySpan<char> line, int at, out List<string> fields)
    {
        fields = [];
        while (true)
        {
            while (at < line.Length && line[at] is (' ' or '\t')) at++;
            if (at == line.Length || (fields.Count == 0 && line[at] == '#')) return null;
            if (line[at] != '"')
            {
                var length = line[at..].IndexOfAny(' ', '\t') is var blank and >= 0 ? blank : line.Length - at;
                fields.Add(line.Slice(at, length).ToString());
                at += length;
                continue;
            }

            var opened = at;
            if (!TryReadQuoted(line, ref at, out var field)) return ("a quotation mark is not closed", opened);
            if (at < line.Length && line[at] is not (' ' or '\t')) return ("a blank is expected after the closing quotation mark", at);
            fields.Add(field);
        }
    }

    private static bool TryReadQuoted(ReadOnlySpan<char> line, ref int at, out string field)
    {
        var read = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                at++;
                field = read.ToString();
                return true;
            }

            if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] is ('"' or '\\')) at++;
            read.Append(line[at]);
        }

        field = "";
        return false;
    }
}
