using System.Text;

namespace Gatepost.Mta.Exim.Addresses;

/// <summary>Reads one address as Exim does: comments are skipped, source routes thrown away, quotes kept.</summary>
internal sealed class AddressReader(string text, AddressSyntax syntax)
{
    private const int Longest = 256;
    private const string Specials = "()<>@,;:\\\".[]";

    private readonly StringBuilder _taken = new();
    private int _at;
    private string? _problem;

    private char Current => _at < text.Length ? text[_at] : '\0';

    public ExtractedAddress Read(bool allowsNull)
    {
        SkipComments();
        var from = _at;
        LocalPart(allowsEmpty: true);
        if (_problem is not null) return Failed();
        var hasDomain = false;
        if (Current != '@' && Current != '<')
        {
            if (_at >= text.Length || Current == ';') return _taken.Length == 0 ? Failed("empty address") : Ended(from, false);
            // A phrase before the address.
            while (Current != '<')
            {
                _taken.Clear();
                LocalPart(allowsEmpty: false);
                if (_problem is not null) return Failed($"{_problem} (expected word or \"<\")");
            }
        }

        if (Current == '<')
        {
            if (Bracketed(allowsNull, ref from, out hasDomain) is { } failed) return failed;
        }
        else if (_taken.Length == 0)
        {
            Route();
            if (_problem is not null) return Failed();
            _taken.Clear();
            hasDomain = AddressSpecification('\0');
            if (_problem is not null) return Failed();
            if (!hasDomain) return Failed("domain missing in source-routed address");
        }
        else
        {
            _taken.Append('@');
            _at++;
            hasDomain = true;
            if (!Domain(anyLiteral: true)) return Failed();
        }

        return Ended(from, hasDomain);
    }

    private ExtractedAddress? Bracketed(bool allowsNull, ref int from, out bool hasDomain)
    {
        hasDomain = false;
        var brackets = 1;
        var routed = false;
        _at++;
        while (syntax.StripsExcessBrackets && Current == '<')
        {
            if (brackets++ > 5) return Failed("angle-brackets nested too deep");
            _at++;
        }

        _taken.Clear();
        from = _at;
        SkipComments();
        if (Current == '@')
        {
            Route();
            if (_problem is not null) return Failed();
            _taken.Clear();
            routed = true;
        }

        if (!(allowsNull && !routed && Current == '>'))
        {
            hasDomain = AddressSpecification('>');
            if (_problem is not null) return Failed();
            if (routed && !hasDomain) return Failed("domain missing in source-routed address");
        }

        while (brackets-- > 0)
        {
            if (Current == '>' && _at < text.Length)
            {
                _at++;
                continue;
            }

            return _at >= text.Length ? Failed("'>' missing at end of address") : MayNotFollow(_at);
        }

        SkipComments();
        return null;
    }

    private ExtractedAddress Ended(int from, bool hasDomain)
    {
        if (_at < text.Length) return MayNotFollow(_at);
        return _at - from > Longest ? Failed($"address is ridiculously long: {Cut(_taken.ToString(), 64)}...") : new ExtractedAddress(_taken.ToString(), hasDomain, null);
    }

    private ExtractedAddress MayNotFollow(int at) => Failed($"malformed address: {Cut(text[at..], 32)} may not follow {text[..at]}");

    private ExtractedAddress Failed(string? problem = null) => new(null, false, problem ?? _problem ?? "malformed address");

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    // Words with any number of dots between them.
    private void LocalPart(bool allowsEmpty)
    {
        var start = _taken.Length;
        while (true)
        {
            var word = _taken.Length;
            SkipComments();
            if (Current == '"')
            {
                if (!Quoted()) return;
            }
            else
            {
                while (_at < text.Length && (!IsSpecial(text[_at]) || text[_at] == '\\'))
                {
                    var c = text[_at++];
                    _taken.Append(c);
                    if (c == '\\' && _at < text.Length) _taken.Append(text[_at++]);
                }
            }

            SkipComments();
            if (_taken.Length == word && Current != '.')
            {
                if (_taken.Length == start && !allowsEmpty) _problem = "missing or malformed local part";
                return;
            }

            if (Current != '.') return;
            while (Current == '.')
            {
                _taken.Append('.');
                _at++;
            }
        }
    }

    private bool Quoted()
    {
        _taken.Append('"');
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            _taken.Append(text[_at]);
            if (text[_at] == '\\' && _at + 1 < text.Length) _taken.Append(text[++_at]);
        }

        if (_at >= text.Length)
        {
            _problem = "unmatched doublequote in local part";
            return false;
        }

        _taken.Append('"');
        _at++;
        return true;
    }

    // True where a domain was read.
    private bool AddressSpecification(char end)
    {
        var start = _taken.Length;
        LocalPart(allowsEmpty: false);
        if (_problem is not null || Current == end) return false;
        if (Current != '@')
        {
            _problem = $"\"@\" or \".\" expected after \"{_taken.ToString(start, _taken.Length - start)}\"";
            return false;
        }

        _taken.Append('@');
        _at++;
        return Domain(anyLiteral: false);
    }

    private void Route()
    {
        var commas = false;
        while (Current == '@')
        {
            _at++;
            if (!Domain(anyLiteral: false)) return;
            if (Current != ',') break;
            _at++;
            commas = true;
            SkipComments();
        }

        if (Current == ':') _at++;
        else _problem = commas ? "colon expected after route list" : "no local part";
        if (_problem is null) SkipComments();
    }

    // False where there is no domain, with the problem said.
    private bool Domain(bool anyLiteral)
    {
        var start = _taken.Length;
        SkipComments();
        if (Current == '[') return Literal(anyLiteral);
        while (true)
        {
            var label = _taken.Length;
            if (Current != '-')
                while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '-' || (syntax.AllowsUtf8 && text[_at] > '\x7f'))) _taken.Append(text[_at++]);
            SkipComments();
            if (_taken.Length == label)
            {
                if (syntax.StripsTrailingDot && label > start && Current != '.')
                {
                    _taken.Length--;
                    return true;
                }

                _problem = "domain missing or malformed";
                return false;
            }

            if (Current != '.') return true;
            _taken.Append('.');
            _at++;
            SkipComments();
        }
    }

    private bool Literal(bool any)
    {
        _taken.Append('[');
        _at++;
        if (text.AsSpan(_at).StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) || text.AsSpan(_at).StartsWith("IPv4:", StringComparison.OrdinalIgnoreCase))
        {
            _taken.Append(text, _at, 5);
            _at += 5;
        }

        while (_at < text.Length && (any ? text[_at] is >= '!' and <= 'Z' or >= '^' and <= '~' : text[_at] is '.' or ':' || char.IsAsciiHexDigit(text[_at]))) _taken.Append(text[_at++]);
        if (Current != ']') _problem = "malformed domain literal";
        else
        {
            _taken.Append(']');
            _at++;
        }

        if (!syntax.AllowsLiterals && !any) _problem = "domain literals not allowed";
        SkipComments();
        return _problem is null;
    }

    private void SkipComments()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at])) _at++;
            else if (text[_at] == '(') Comment();
            else return;
        }
    }

    private void Comment()
    {
        var level = 1;
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '(') level++;
            else if (text[_at] == ')' && --level == 0)
            {
                _at++;
                return;
            }
            else if (text[_at] == '\\' && _at + 1 < text.Length) _at++;
        }
    }

    private static bool IsSpecial(char c) => c <= ' ' || c == '\x7f' || Specials.Contains(c, StringComparison.Ordinal);
}
