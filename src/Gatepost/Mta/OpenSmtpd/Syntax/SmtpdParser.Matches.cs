using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Match rules.</summary>
internal sealed partial class SmtpdParser
{
    private Coverage? Match(Origin origin)
    {
        var rule = new SmtpdMatch(Text(), origin);
        while (!_failed && !Peek().IsKeyword("action") && !Peek().IsKeyword("reject"))
        {
            var at = Peek().Origin;
            var negated = TakeSymbol("!");
            var what = Take();
            rule = (what.Kind == SmtpdTokenKind.Word ? what.Text : "") switch
            {
                "tag" => rule with { Tag = Once(rule.Tag, Test(negated, at, "tag")) },
                "helo" => rule with { Helo = Once(rule.Helo, Test(negated, at, "helo")) },
                "tls" => rule with { Tls = Once(rule.Tls, new SmtpdTest(negated, false, null, at)) },
                "auth" => rule with { Auth = Once(rule.Auth, AuthTest(negated, at)) },
                "mail-from" => rule with { MailFrom = Once(rule.MailFrom, Test(negated, at, "mail-from", takesMaps: true)) },
                "rcpt-to" => rule with { RcptTo = Once(rule.RcptTo, Test(negated, at, "rcpt-to", takesMaps: true)) },
                "from" => From(rule, negated, at),
                "for" => For(rule, negated, at),
                _ => Unknown(rule),
            };
        }

        if (!_failed && !TakeIf("reject"))
        {
            Expect("action");
            var name = String("an action");
            if (!_failed && !Config.Actions.ContainsKey(name)) FailName($"there is no action \"{name}\" above this line");
            if (!_failed) rule = rule with { Action = Config.Actions[name] };
        }

        if (_failed) return null;
        Config.Rules.Add(rule);
        return Coverage.Understood;
    }

    private SmtpdMatch From(SmtpdMatch rule, bool negated, Origin at)
    {
        if (rule.FromTest is not null) Fail("from is given twice in this rule");
        var plain = new SmtpdTest(negated, false, null, at);
        if (TakeIf("any")) return rule with { From = SmtpdFrom.Any, FromTest = plain };
        if (TakeIf("local")) return rule with { From = SmtpdFrom.Local, FromTest = plain };
        if (TakeIf("socket")) return rule with { From = SmtpdFrom.Socket, FromTest = plain };
        if (TakeIf("src")) return rule with { From = SmtpdFrom.Source, FromTest = Test(negated, at, "src") };
        if (TakeIf("rdns")) return rule with { From = SmtpdFrom.Name, FromTest = StartsTable() ? Test(negated, at, "rdns") : plain };
        var any = rule with { From = SmtpdFrom.Any, FromTest = new SmtpdTest(false, false, null, at) };
        if (TakeIf("auth")) return any with { Auth = AuthTest(negated, at) };
        if (TakeIf("mail-from")) return any with { MailFrom = Test(negated, at, "mail-from", takesMaps: true) };
        Fail("any, local, socket, src, rdns, auth or mail-from should stand here");
        return rule;
    }

    private SmtpdMatch For(SmtpdMatch rule, bool negated, Origin at)
    {
        if (rule.ForTest is not null) Fail("for is given twice in this rule");
        var plain = new SmtpdTest(negated, false, null, at);
        if (TakeIf("any")) return rule with { For = SmtpdFor.Any, ForTest = plain };
        if (TakeIf("local")) return rule with { For = SmtpdFor.Local, ForTest = plain };
        if (TakeIf("domain")) return rule with { For = SmtpdFor.Domain, ForTest = Test(negated, at, "domain") };
        if (TakeIf("rcpt-to"))
            return rule with { For = SmtpdFor.Any, ForTest = new SmtpdTest(false, false, null, at), RcptTo = Test(negated, at, "rcpt-to", takesMaps: true) };
        Fail("any, local, domain or rcpt-to should stand here");
        return rule;
    }

    private SmtpdMatch Unknown(SmtpdMatch rule)
    {
        _at = Math.Max(0, _at - 1);
        Fail($"{Peek()} is no test of a match rule; an option, reject or action should stand here");
        return rule;
    }

    private SmtpdTest? Once(SmtpdTest? before, SmtpdTest? test)
    {
        if (before is not null) Fail("this test is given twice in this rule");
        return test;
    }

    private SmtpdTest? Test(bool negated, Origin at, string what, bool takesMaps = false)
    {
        var isRegex = TakeIf("regex");
        var table = ListOf(what, takesMaps);
        return table is null ? null : new SmtpdTest(negated, isRegex, table, at);
    }

    private SmtpdTest? AuthTest(bool negated, Origin at) => StartsTable() ? Test(negated, at, "auth") : new SmtpdTest(negated, false, null, at);

    private bool StartsTable() => Peek() is var token && (token.IsString || token.IsSymbol("<") || token.IsSymbol("{") || token.IsKeyword("regex"));
}
