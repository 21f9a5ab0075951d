using System.Collections.Immutable;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Conditions of <c>${if</c>.</summary>
internal sealed partial class ExpansionReader
{
    private const int MostItems = 64;

    private static readonly string[] s_outsideConditions =
        ["acl", "crypteq", "first_delivery", "forall_json", "forall_jsons", "forany_json", "forany_jsons", "inbound_srs", "ldapauth", "pam", "pwcheck", "queue_running", "radius", "saslauthd"];

    private Test Condition()
    {
        _cursor.SkipBlanks();
        var from = _cursor.At;
        if (++_depth > Deepest) Fail("it is nested too deeply");
        var test = Negatable(from);
        _depth--;
        return test;
    }

    private Test Negatable(int from)
    {
        if (_cursor.Current == '!')
        {
            _cursor.At++;
            var inner = Condition();
            return new NotTest(inner) { Written = Written(from), Origin = _origin };
        }

        var name = char.IsAsciiLetter(_cursor.Current) ? _cursor.Name("_") : Sign();
        return Condition(name, from);
    }

    private string Sign()
    {
        var from = _cursor.At;
        while (_cursor.Current is '<' or '>' or '=') _cursor.At++;
        return _cursor.Text[from.._cursor.At];
    }

    private string Written(int from) => Shorten.To(_cursor.Text[from..Math.Min(_cursor.At, _cursor.Text.Length)].Trim());

    private Test Condition(string name, int from)
    {
        switch (name)
        {
            case "def":
                return Defined(from);
            case "and" or "or":
                return All(name, from);
            case "forany" or "forall":
                return Each(name, from);
            case "exists":
                return Exists(from);
            case "match_domain" or "match_local_part" or "match_address" or "match_ip":
                var subject = Argument();
                var list = Argument(honoursDollar: false);
                return new ListTest(name, subject, list.Constant ?? "", _context) { Written = Written(from), Origin = _origin };
            case "isip" or "isip4" or "isip6" or "bool" or "bool_lax":
                ImmutableArray<Expansion> one = [Argument()];
                // Exim complains of this even where it passes the condition over.
                if (name == "bool" && one[0] is Literal { Constant: { } text } && Comparisons.Boolean(text.Trim()) is null) Fail($"{text} is no boolean value");
                return Comparisons.Of(name, one, Written(from), _origin)!;
        }

        if (Comparisons.IsKnown(name))
        {
            var operands = Arguments(2);
            return Comparisons.Of(name, operands, Written(from), _origin)!;
        }

        if (!s_outsideConditions.Contains(name)) Fail($"there is no condition {name}");
        while (_mistake is null && IsArgument())
        {
            _cursor.At++;
            if (!_cursor.SkipBraces()) Fail("a } is missing");
            if (name is not ("crypteq" or "inbound_srs")) break;
        }

        return OutsideOf(from);
    }

    private OutsideTest OutsideOf(int from) => new() { Written = Written(from), Origin = _origin };

    private Test Defined(int from)
    {
        if (!_cursor.Take(':')) Fail("a : is missing behind def");
        var name = _cursor.Name("_");
        var variable = Variable(name, inBraces: true);
        return Comparisons.NotEmpty(variable, Written(from), _origin);
    }

    private AllTest All(string name, int from)
    {
        var tests = ImmutableArray.CreateBuilder<Test>();
        if (!_cursor.TakeAfterBlanks('{')) Fail("a { is missing");
        while (_mistake is null && IsArgument())
        {
            _cursor.At++;
            tests.Add(Condition());
            if (!_cursor.TakeAfterBlanks('}')) Fail("a } is missing");
        }

        if (!_cursor.TakeAfterBlanks('}')) Fail("a } is missing");
        return new AllTest(tests.ToImmutable(), name == "and" ? Truth.Yes : Truth.No) { Written = Written(from), Origin = _origin };
    }

    // The condition is read once for each item of a list that is known.
    private Test Each(string name, int from)
    {
        var list = Argument();
        if (!_cursor.TakeAfterBlanks('{')) Fail("a { is missing");
        var start = _cursor.At;
        if (!_cursor.SkipBraces()) Fail("a } is missing");
        var end = _cursor.At;
        if (_mistake is not null || list.Constant is not { } text || EximText.Items(text) is not { Count: <= MostItems } items) return OutsideOf(from);
        var tests = ImmutableArray.CreateBuilder<Test>();
        foreach (var item in items)
        {
            if (!_context.World.Budget.Take()) return OutsideOf(from);
            var reader = new ExpansionReader(_context with { Item = item }, _cursor.Text[start..(end - 1)], _origin) { _depth = _depth };
            tests.Add(reader.Condition());
            if (reader._mistake is { } mistake) Fail(mistake);
        }

        return new AllTest(tests.ToImmutable(), name == "forall" ? Truth.Yes : Truth.No) { Written = Written(from), Origin = _origin };
    }

    private Test Exists(int from)
    {
        var name = Argument();
        var written = Written(from);
        if (name.Constant is not { } path || _context.World.Lookups.Exists(path) is not { } exists) return new OutsideTest { Written = written, Origin = _origin };
        return Comparisons.Constant(exists, written, _origin);
    }
}
