using System.Text;

namespace Gatepost.Tests.Mta;

/// <summary>Spoils a text: characters, lines and words of it and of others are taken out, doubled, exchanged. The same seed spoils it the same way.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<string> others)
{
    private static readonly string[] s_odd =
    [
        "\0", "\u001b[31m", "\r", "\r\n", "\n\t", "\\", "\\\n", "\"", "`", "'", "$", "${", "$$", "${${", "$(", "{", "}", "{{", "}}", "(", ")", "[", "]", "<>", "#", "!", "!!", ",", ":", "::", ";", "|", "*", "**", "%", "@", "=", "==", "/",
        "//", "../", "-", "-0", "0", "99999999999999999999", "1e9", "0.0.0.0/0", "::/0", "10.0.0.1/33", "::ffff:1.2.3.4/200", "\uFEFF", "\u0130", "\uD800", "\u202E", "é", "xn--", "^(a+)+$", "^((", "/^(/", "pcre:", "hash:", "static:",
        "inline:{", "unionmap:{", "pipemap:{", "lsearch;", "net-lsearch;", "${lookup{", "${if ", "+local", "dnl", "define(`", "ifdef(`", "include(`", ".include ", ".ifdef ", "include \"", "table t { ", "match ", "-o ",
    ];

    private readonly Random _random = new(seed);

    public string Spoil(string text)
    {
        for (var times = 1 + _random.Next(4); times > 0; times--)
            text = _random.Next(8) switch
            {
                0 => Bytes(text),
                1 => Lines(text),
                2 => Cut(text, _random.Next(40)),
                3 => Insert(text, Pick(s_odd)),
                4 => Insert(text, string.Concat(Enumerable.Repeat(Pick(s_odd), 1 + _random.Next(300)))),
                5 => Insert(text, Word(Pick(others))),
                6 => Exchange(text),
                _ => Insert(text, "\n" + Line(Pick(others)) + "\n"),
            };
        return text;
    }

    private string Bytes(string text)
    {
        var spoilt = new StringBuilder(text);
        for (var times = 1 + _random.Next(6); times > 0 && spoilt.Length > 0; times--) spoilt[_random.Next(spoilt.Length)] = (char)_random.Next(_random.Next(3) == 0 ? 0xFFFF : 0x7F);
        return spoilt.ToString();
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var (from, to) = (_random.Next(lines.Count), _random.Next(lines.Count));
        var line = lines[from];
        switch (_random.Next(4))
        {
            case 0:
                lines.RemoveAt(from);
                break;
            case 1:
                lines.Insert(to, line);
                break;
            case 2:
                (lines[from], lines[to]) = (lines[to], line);
                break;
            default:
                lines[from] = " " + line;
                break;
        }

        return string.Join('\n', lines);
    }

    private string Cut(string text, int most)
    {
        var at = _random.Next(text.Length + 1);
        return text.Remove(at, Math.Min(most, text.Length - at));
    }

    private string Insert(string text, string what) => text.Insert(_random.Next(text.Length + 1), what);

    private string Exchange(string text)
    {
        var (old, renewed) = (Word(text), Word(_random.Next(2) == 0 ? text : Pick(others)));
        var at = old.Length == 0 ? -1 : text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? text : text.Remove(at, old.Length).Insert(at, renewed);
    }

    private string Word(string text) => Pick(text.Split((char[])[' ', '\t', '\n', ',', '='], StringSplitOptions.RemoveEmptyEntries));

    private string Line(string text) => Pick(text.Split('\n'));

    private string Pick(IReadOnlyList<string> of) => of.Count == 0 ? "" : of[_random.Next(of.Count)];
}
