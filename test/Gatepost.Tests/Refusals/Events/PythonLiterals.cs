using System.Text;
using System.Text.Json;

namespace Gatepost.Tests.Refusals.Events;

/// <summary>
/// Turns the payloads that test suites in Python write as literals into JSON: dictionaries, lists, adjacent strings,
/// comments, <c>json.dumps(x)</c> (a string), other calls (their argument), and names assigned before.
/// </summary>
internal sealed class PythonLiterals(string text)
{
    private int _at;

    /// <summary>The values assigned to names at the start of lines, as JSON, in order.</summary>
    public Dictionary<string, string> Assignments { get; } = new(StringComparer.Ordinal);

    public PythonLiterals ReadAll()
    {
        for (var line = 0; line >= 0 && line < text.Length; line = text.IndexOf('\n', Math.Max(line, _at)) is >= 0 and var end ? end + 1 : -1)
        {
            _at = line;
            while (_at < text.Length && text[_at] == ' ') _at++;
            var name = Name();
            if (name.Length == 0 || !text.AsSpan(_at).StartsWith(" = ")) continue;
            _at += 3;
            try
            {
                Assignments[name] = Expression();
            }
            catch (FormatException)
            {
                _at = line;
            }
        }

        return this;
    }

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '.')) _at++;
        return text[start.._at];
    }

    private string Expression()
    {
        var value = Primary();
        while (Peek() == '+')
        {
            _at++;
            value = Join(value, Primary());
        }

        return value;
    }

    private static string Join(string a, string b) => JsonSerializer.Serialize(JsonSerializer.Deserialize<string>(a) + JsonSerializer.Deserialize<string>(b));

    private string Primary() => Peek() switch
    {
        '{' => Sequence('{', '}'),
        '[' => Sequence('[', ']'),
        '(' => Group(),
        '"' or '\'' => Strings(),
        '-' or (>= '0' and <= '9') => Number(),
        _ => Word(),
    };

    private string Group()
    {
        _at++;
        var value = Expression();
        if (Peek() == ',') _at++;
        Expect(')');
        return value;
    }

    private string Sequence(char open, char close)
    {
        var json = new StringBuilder().Append(open);
        _at++;
        while (Peek() != close)
        {
            if (json.Length > 1) json.Append(',');
            json.Append(Expression());
            if (open == '{')
            {
                Expect(':');
                json.Append(':').Append(Expression());
            }

            if (Peek() == ',') _at++;
        }

        _at++;
        return json.Append(close).ToString();
    }

    private string Strings()
    {
        var value = new StringBuilder();
        while (Peek() is ('"' or '\'') and var quote)
        {
            for (_at++; _at < text.Length && text[_at] != quote; _at++)
            {
                if (text[_at] == '\\') value.Append(text[++_at] switch { 'n' => '\n', 't' => '\t', var c => c });
                else value.Append(text[_at]);
            }

            _at++;
        }

        return JsonSerializer.Serialize(value.ToString());
    }

    private string Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '.' or '-')) _at++;
        return text[start.._at];
    }

    private string Word()
    {
        var name = Name();
        if (name.Length == 0) throw new FormatException();
        if (Peek() == '(')
        {
            var argument = Group();
            return name == "json.dumps" ? JsonSerializer.Serialize(argument) : argument;
        }

        return name switch
        {
            "True" => "true",
            "False" => "false",
            "None" => "null",
            _ => Assignments.GetValueOrDefault(name) ?? throw new FormatException(),
        };
    }

    private void Expect(char c)
    {
        if (Peek() != c) throw new FormatException();
        _at++;
    }

    private char Peek()
    {
        while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == '#'))
        {
            if (text[_at] == '#') while (_at < text.Length && text[_at] != '\n') _at++;
            else _at++;
        }

        return _at < text.Length ? text[_at] : throw new FormatException();
    }
}
