using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>
/// Reads smtpd.conf statement by statement (the grammar of OpenSMTPD 6.4 to 7.8). What it cannot read is a problem, and it goes on with the next line.
/// </summary>
internal sealed partial class SmtpdParser(IConfigFiles files, ReadingOptions options, SmtpdNotes notes)
{
    private const int LongestStatement = 100_000;

    private readonly List<SmtpdToken> _statement = [];
    private SmtpdLexer _lexer = new("", "");
    private int _at;
    private bool _failed;

    /// <summary>What was read so far.</summary>
    public SmtpdConfig Config { get; } = new();

    /// <summary>Reads a file.</summary>
    public void Read(ConfigFile file)
    {
        _lexer = new SmtpdLexer(file.Shown, file.Text ?? "");
        while (Collect())
        {
            if (_statement.Count == 0) continue;
            (_at, _failed) = (0, false);
            var origin = _statement[0].Origin;
            var coverage = Statement(origin);
            if (!_failed && _at < _statement.Count) Fail("a statement should end here");
            if (_failed) notes.Cover(origin, Text(), Coverage.Unrecognised, "smtpd would not start");
            else if (coverage is { } known) notes.Cover(origin, Text(), known);
        }
    }

    private Coverage? Statement(Origin origin)
    {
        var first = Take();
        if (first.IsString && Peek().IsSymbol("=")) return Macro(first);
        switch (first.Kind == SmtpdTokenKind.Word ? first.Text : "")
        {
            case "include": return IncludeFile();
            case "table": return Table(origin);
            case "listen": return Listen(origin);
            case "action": return Action(origin);
            case "match": return Match(origin);
            case "filter": return Filter(origin);
            case "proc": return Program();
            case "smtp": return Smtp();
            case "srs": return Srs(origin);
            case "admd" or "bounce" or "ca" or "mda" or "mta" or "pki" or "queue" or "scheduler":
                _at = _statement.Count;
                return Coverage.Irrelevant;
            default:
                Fail(first.Kind == SmtpdTokenKind.Word ? $"no statement begins with {first.Text}" : null);
                return null;
        }
    }

    private Coverage? Macro(SmtpdToken name)
    {
        Take();
        var value = String("a string");
        if (!_failed) _lexer.Define(name.Text, value);
        return Coverage.Understood;
    }

    private Coverage? IncludeFile()
    {
        var path = String("a file");
        if (_failed) return null;
        var file = files.Read(path);
        if (file.Text is null)
        {
            notes.Problem(_statement[0].Origin, ConfigProblemKind.MissingFile, $"{path} cannot be read; smtpd does not start without it", null);
            return Coverage.NotModelled;
        }

        if (_lexer.Include(file.Shown, file.Text)) return Coverage.Understood;
        Fail("too many files include each other");
        return null;
    }

    private Coverage? Smtp()
    {
        var what = Take();
        if (!what.IsKeyword("sub-addr-delim"))
        {
            _at = _statement.Count;
            return Coverage.Irrelevant;
        }

        var delimiter = String("one character");
        if (!_failed && (delimiter.Length != 1 || delimiter[0] is <= ' ' or > '~' or '@')) Fail("the delimiter must be one character that is not @");
        if (!_failed) Config.Delimiter = delimiter[0];
        return Coverage.Understood;
    }

    private Coverage? Srs(Origin origin)
    {
        if (!Peek().IsKeyword("key"))
        {
            _at = _statement.Count;
            return Coverage.Irrelevant;
        }

        _at = _statement.Count;
        Config.SrsKey ??= origin;
        return Coverage.Conditional;
    }

    private Coverage? Program()
    {
        _at = _statement.Count;
        return Coverage.Irrelevant;
    }

    // The tokens up to the line end that is not inside braces.
    private bool Collect()
    {
        _statement.Clear();
        var depth = 0;
        while (true)
        {
            var token = _lexer.Next();
            switch (token.Kind)
            {
                case SmtpdTokenKind.End: return _statement.Count > 0;
                case SmtpdTokenKind.NewLine when depth <= 0: return true;
                case SmtpdTokenKind.NewLine: continue;
            }

            if (token.IsSymbol("{")) depth++;
            if (token.IsSymbol("}")) depth--;
            if (_statement.Count < LongestStatement) _statement.Add(token);
        }
    }

    private SmtpdToken Peek(int ahead = 0) =>
        _at + ahead < _statement.Count ? _statement[_at + ahead] : new SmtpdToken(SmtpdTokenKind.NewLine, "", _statement[^1].Origin);

    private SmtpdToken Take()
    {
        var token = Peek();
        if (_at < _statement.Count) _at++;
        return token;
    }

    private bool TakeIf(string keyword)
    {
        if (!Peek().IsKeyword(keyword)) return false;
        _at++;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (!Peek().IsSymbol(symbol)) return false;
        _at++;
        return true;
    }

    private void Expect(string keyword)
    {
        if (!TakeIf(keyword)) Fail($"{keyword} should stand here");
    }

    // A string of the grammar. A keyword there needs quotes.
    private string String(string what)
    {
        var token = Peek();
        if (!token.IsString)
        {
            Fail(token.Kind == SmtpdTokenKind.Word ? $"{token.Text} is a keyword; as {what} it needs quotes" : $"{what} should stand here");
            return "";
        }

        _at++;
        return token.Text;
    }

    private void Fail(string? what)
    {
        if (_failed) return;
        _failed = true;
        var at = Peek();
        if (what is null || at.Kind == SmtpdTokenKind.Fault) what = at.Kind == SmtpdTokenKind.Fault ? at.Text : "syntax error";
        notes.Problem(at.Origin, ConfigProblemKind.Syntax, $"{what}; smtpd does not start", null);
    }

    private void FailName(string what)
    {
        if (_failed) return;
        _failed = true;
        notes.Problem(_statement[Math.Max(0, _at - 1)].Origin, ConfigProblemKind.UnknownName, $"{what}; smtpd does not start", null);
    }

    private string Text() => string.Join(' ', _statement.Take(64));
}
