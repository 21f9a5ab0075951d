using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>
/// Cuts smtpd.conf into tokens as OpenSMTPD's own lexer does: comments, quotes, lines continued by a backslash, macros (<c>$name</c>, which are put in
/// place before tokens are cut, and only where one begins), included files.
/// </summary>
internal sealed class SmtpdLexer
{
    private const int DeepestInclude = 16;
    private const int MostTokens = 1_000_000;

    private readonly Stack<SmtpdSource> _sources = new();
    private readonly Dictionary<string, string> _macros = new(StringComparer.Ordinal);
    private int _files;
    private int _tokens;

    public SmtpdLexer(string shown, string text) => Include(shown, text);

    /// <summary>Where the next token would begin.</summary>
    public Origin Here => _sources.TryPeek(out var source) ? new Origin(source.Shown, source.Line) : Origin.Default;

    /// <summary>Goes on with another file; false where too many include each other.</summary>
    public bool Include(string shown, string text)
    {
        if (_sources.Count(static s => !s.IsMacro) >= DeepestInclude || _files++ > 256) return false;
        // The end of a file ends its last line.
        _sources.Push(new SmtpdSource(shown, text.EndsWith('\n') ? text : text + "\n", 1, isMacro: false));
        return true;
    }

    /// <summary>Defines a macro from here on.</summary>
    public void Define(string name, string value) => _macros[name] = value;

    /// <summary>The next token.</summary>
    public SmtpdToken Next()
    {
        if (++_tokens > MostTokens) return new SmtpdToken(SmtpdTokenKind.End, "", Here);
        while (true)
        {
            while (Peek() is ' ' or '\t') Advance();
            var here = Here;
            if (Peek() == '#')
                while (Peek() is not ('\n' or -1)) Advance();
            if (Peek() == '$' && !_sources.Peek().IsMacro)
            {
                Advance();
                if (Expand(here) is { } fault) return fault;
                continue;
            }

            return Token(Peek(), here);
        }
    }

    private SmtpdToken Token(int c, Origin here)
    {
        switch (c)
        {
            case -1: return new SmtpdToken(SmtpdTokenKind.End, "", here);
            case '\n':
                Advance();
                return new SmtpdToken(SmtpdTokenKind.NewLine, "", here);
            case '\'' or '"': return Quoted(here);
            case '-' or (>= '0' and <= '9'): return Number(here);
            case '=':
                Advance();
                if (Peek() != '>') return new SmtpdToken(SmtpdTokenKind.Symbol, "=", here);
                Advance();
                return new SmtpdToken(SmtpdTokenKind.Symbol, "=>", here);
            case ':' or '_': return Word(new StringBuilder(), here);
            default:
                if (IsAlphanumeric(c)) return Word(new StringBuilder(), here);
                Advance();
                return new SmtpdToken(SmtpdTokenKind.Symbol, ((char)c).ToString(), here);
        }
    }

    private SmtpdToken? Expand(Origin here)
    {
        var name = new StringBuilder();
        while (IsAlphanumeric(Peek()) || Peek() == '_') name.Append((char)Take());
        if (!_macros.TryGetValue(name.ToString(), out var value)) return new SmtpdToken(SmtpdTokenKind.Fault, $"macro '{name}' not defined", here);
        _sources.Push(new SmtpdSource(here.File, value, here.Line, isMacro: true));
        return null;
    }

    private SmtpdToken Number(Origin here)
    {
        var digits = new StringBuilder();
        do digits.Append((char)Take());
        while (Peek() is >= '0' and <= '9');
        if (digits.ToString() == "-") return new SmtpdToken(SmtpdTokenKind.Symbol, "-", here);
        if (Peek() is -1 or ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or ')' or ',' or '/' or '}' or '=')
            return new SmtpdToken(long.TryParse(digits.ToString(), out _) ? SmtpdTokenKind.Number : SmtpdTokenKind.Fault, digits.ToString(), here);
        return digits[0] == '-' ? new SmtpdToken(SmtpdTokenKind.Fault, digits.ToString(), here) : Word(digits, here);
    }

    private SmtpdToken Word(StringBuilder word, Origin here)
    {
        while (Peek() is var c and >= 0 && IsAllowedInWord(c)) word.Append((char)Take());
        return new SmtpdToken(SmtpdTokenKind.Word, word.ToString(), here);
    }

    // Inside quotes line ends are skipped, and a backslash only escapes the quote, blanks and line ends.
    private SmtpdToken Quoted(Origin here)
    {
        var quote = (char)Take();
        var text = new StringBuilder();
        while (TakeRaw() is var c and >= 0)
        {
            if (c == '\n') continue;
            if (c == quote) return new SmtpdToken(SmtpdTokenKind.Quoted, text.ToString(), here);
            if (c == '\\' && PeekRaw() is var next && (next == quote || next is ' ' or '\t' or '\n'))
            {
                TakeRaw();
                if (next == '\n') continue;
                c = next;
            }

            text.Append((char)c);
        }

        return new SmtpdToken(SmtpdTokenKind.Fault, "a quoted string that does not end", here);
    }

    private static bool IsAlphanumeric(int c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';

    private static bool IsAllowedInWord(int c) =>
        IsAlphanumeric(c) || (c is > ' ' and < 127 && c is not ('(' or ')' or '{' or '}' or '<' or '>' or '!' or '=' or '#' or ','));

    private int PeekRaw()
    {
        while (_sources.TryPeek(out var source))
        {
            if (!source.IsAtEnd) return source.Text[source.At];
            if (_sources.Count == 1) return -1;
            _sources.Pop();
        }

        return -1;
    }

    private int TakeRaw()
    {
        var c = PeekRaw();
        if (c < 0) return c;
        var source = _sources.Peek();
        source.At++;
        if (c == '\n') source.Line++;
        return c;
    }

    // A backslash before a line end joins the lines; before anything else it vanishes.
    private int Peek()
    {
        while (PeekRaw() == '\\')
        {
            var source = _sources.Peek();
            if (source.At + 1 >= source.Text.Length) return '\\';
            if (source.Text[source.At + 1] != '\n') return source.Text[source.At + 1];
            source.At += 2;
            source.Line++;
        }

        return PeekRaw();
    }

    private void Advance() => Take();

    private int Take()
    {
        var c = Peek();
        if (PeekRaw() == '\\' && _sources.Peek() is var source && source.At + 1 < source.Text.Length) TakeRaw();
        TakeRaw();
        return c;
    }
}
