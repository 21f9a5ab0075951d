using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Filters.</summary>
internal sealed partial class SmtpdParser
{
    private Coverage? Filter(Origin origin)
    {
        var name = String("a filter's name");
        if (_failed) return null;
        if (Config.Filters.ContainsKey(name)) FailName($"filter \"{name}\" is defined twice");
        var filter = new SmtpdFilter(name, origin) { Text = Text() };
        Coverage? coverage = Coverage.Understood;
        if (TakeIf("proc") || TakeIf("proc-exec"))
        {
            filter = filter with { Program = String("a program") };
            ProgramOptions();
            coverage = Coverage.Conditional;
        }
        else if (TakeIf("chain"))
        {
            filter = filter with { Chain = Chain() };
        }
        else
        {
            Expect("phase");
            filter = Builtin(filter);
            coverage = filter switch
            {
                { Phase: SmtpdFilterPhase.Later } or { Does: SmtpdFilterAction.Junk or SmtpdFilterAction.Report } => Coverage.Irrelevant,
                { Phase: SmtpdFilterPhase.Auth } or { Does: SmtpdFilterAction.Rewrite } => Coverage.NotModelled,
                { Phase: SmtpdFilterPhase.Helo or SmtpdFilterPhase.Ehlo } => Coverage.Conditional,
                _ => Coverage.Understood,
            };
        }

        if (_failed) return null;
        Config.Filters[name] = filter;
        return coverage;
    }

    private void ProgramOptions()
    {
        while (!_failed && (TakeIf("user") || TakeIf("group") || TakeIf("chroot"))) String("a value");
    }

    private ImmutableArray<SmtpdFilter> Chain()
    {
        if (!TakeSymbol("{")) Fail("{ should stand here");
        var chain = ImmutableArray.CreateBuilder<SmtpdFilter>();
        while (!_failed && !TakeSymbol("}"))
        {
            var name = String("a filter's name");
            if (_failed) break;
            if (!Config.Filters.TryGetValue(name, out var filter)) FailName($"there is no filter \"{name}\" above this line");
            else if (!filter.Chain.IsEmpty) FailName($"filter \"{name}\" is a chain, and a chain holds none");
            else chain.Add(filter);
            TakeSymbol(",");
        }

        return chain.ToImmutable();
    }

    // What stands after "filter" at a listener or an action: a name, or a chain in braces.
    private SmtpdFilter? FilterUse(string where)
    {
        if (Peek().IsSymbol("{")) return new SmtpdFilter(where, Peek().Origin) { Chain = Chain() };
        var name = String("a filter's name");
        if (_failed) return null;
        if (Config.Filters.TryGetValue(name, out var filter)) return filter;
        FailName($"there is no filter \"{name}\" above this line");
        return null;
    }

    private SmtpdFilter Builtin(SmtpdFilter filter)
    {
        var phase = Take();
        filter = filter with
        {
            Phase = (phase.Kind == SmtpdTokenKind.Word ? phase.Text : "") switch
            {
                "connect" => SmtpdFilterPhase.Connect,
                "helo" => SmtpdFilterPhase.Helo,
                "ehlo" => SmtpdFilterPhase.Ehlo,
                "mail-from" => SmtpdFilterPhase.MailFrom,
                "rcpt-to" => SmtpdFilterPhase.RcptTo,
                "auth" => SmtpdFilterPhase.Auth,
                "data" or "commit" => SmtpdFilterPhase.Later,
                _ => UnknownPhase(),
            },
        };
        Expect("match");
        var at = Peek().Origin;
        var negated = TakeSymbol("!");
        var looks = Take();
        filter = filter with
        {
            Looks = (looks.Kind == SmtpdTokenKind.Word ? looks.Text : "") switch
            {
                "fcrdns" => SmtpdFilterTest.Fcrdns,
                "rdns" => SmtpdFilterTest.Rdns,
                "src" => SmtpdFilterTest.Source,
                "helo" => SmtpdFilterTest.Helo,
                "auth" => SmtpdFilterTest.Auth,
                "mail-from" => SmtpdFilterTest.MailFrom,
                "rcpt-to" => SmtpdFilterTest.RcptTo,
                _ => UnknownTest(),
            },
        };
        var needsNone = filter.Looks is SmtpdFilterTest.Fcrdns || (filter.Looks is SmtpdFilterTest.Rdns or SmtpdFilterTest.Auth && !StartsTable());
        filter = filter with { Test = needsNone ? new SmtpdTest(negated, false, null, at) : Test(negated, at, looks.Text, takesMaps: true) };
        return FilterAction(filter);
    }

    private SmtpdFilter FilterAction(SmtpdFilter filter)
    {
        if (TakeIf("junk")) return filter with { Does = SmtpdFilterAction.Junk };
        if (TakeIf("bypass")) return filter with { Does = SmtpdFilterAction.Bypass };
        if (TakeIf("reject")) return filter with { Does = SmtpdFilterAction.Reject, Parameter = String("a reply") };
        if (TakeIf("disconnect")) return filter with { Does = SmtpdFilterAction.Disconnect, Parameter = String("a reply") };
        if (TakeIf("rewrite")) return filter with { Does = SmtpdFilterAction.Rewrite, Parameter = String("a value") };
        if (TakeIf("report")) return filter with { Does = SmtpdFilterAction.Report, Parameter = String("a text") };
        Fail("reject, disconnect, rewrite, report, junk or bypass should stand here");
        return filter;
    }

    private SmtpdFilterPhase UnknownPhase()
    {
        _at--;
        Fail("connect, helo, ehlo, mail-from, rcpt-to, data or commit should stand here");
        return default;
    }

    private SmtpdFilterTest UnknownTest()
    {
        _at = Math.Max(0, _at - 1);
        Fail("fcrdns, rdns, src, helo, auth, mail-from or rcpt-to should stand here");
        return default;
    }
}
