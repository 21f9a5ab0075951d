using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>One listener's policy: what the session asks for at each command, the listener's filters, and the match rules at RCPT.</summary>
internal sealed class ListenerCompiler(SmtpdConfig config, SmtpdHost host, SmtpdNotes notes, IConfigFiles files)
{
    private readonly TestCompiler _tests = new(config, host, notes);
    private readonly Dictionary<string, (RuleList Rules, Condition Classes, ImmutableArray<OwnDomain> Domains)> _rulesets = new(StringComparer.Ordinal);

    /// <summary>The policy.</summary>
    public RelayPolicy Compile(SmtpdListen listen)
    {
        var (rules, classes, _) = Ruleset(listen.Tag);
        var filters = new FilterCompiler(listen.Filter, _tests);
        return new RelayPolicy
        {
            Listener = SmtpdListeners.Describe(listen),
            Addressing = new SmtpdAddressing(SmtpdListeners.NameOf(listen) ?? listen.HostName ?? host.Options.HostName),
            Classes = classes,
            Otherwise = SmtpdReplies.Invalid,
            Stages =
            [
                new Stage(SmtpPhase.Connect, [filters.Compile("connect", SmtpdFilterPhase.Connect), Connect(listen)]),
                new Stage(SmtpPhase.Ehlo, [List(listen, "helo", ("helo no domain", new HeloIsWrong(), SmtpdReplies.WrongHelo)), filters.Compile("helo", SmtpdFilterPhase.Helo, SmtpdFilterPhase.Ehlo)]),
                new Stage(SmtpPhase.StartTls, [StartTls(listen)]),
                new Stage(SmtpPhase.Auth, [Auth(listen)]),
                new Stage(SmtpPhase.Mail, [Mail(listen)]) { IsBeforeAddresses = true },
                new Stage(SmtpPhase.Mail, [filters.Compile("mail-from", SmtpdFilterPhase.MailFrom), Options(listen, Dimension.Sender, SmtpdReplies.UnknownSenderOption), SenderCompiler.Compile(listen, config.Delimiter)]),
                new Stage(SmtpPhase.Rcpt, [filters.Compile("rcpt-to", SmtpdFilterPhase.RcptTo), Options(listen, Dimension.Recipient, SmtpdReplies.UnknownRecipientOption), rules]),
            ],
        };
    }

    /// <summary>The domains that the rules name.</summary>
    public ImmutableArray<OwnDomain> Domains() => Ruleset("").Domains;

    private (RuleList Rules, Condition Classes, ImmutableArray<OwnDomain> Domains) Ruleset(string tag)
    {
        tag = Tables.AsciiText.Lower(tag);
        if (_rulesets.TryGetValue(tag, out var ruleset)) return ruleset;
        var again = new RulesAgain(config, _tests, tag);
        var compiler = new RulesetCompiler(config, _tests, again, new Expander(config, host, notes, files, again));
        var classes = new ClassCompiler(config, host, _tests, compiler);
        return _rulesets[tag] = (compiler.Compile(config.Rules.Count > 0 ? config.Rules[0].Origin : Origin.Default), classes.Compile(), classes.Domains());
    }

    private static RuleList Connect(SmtpdListen listen)
    {
        if (!listen.IsSmtps) return List(listen, "connect");
        return List(listen, "connect",
            ("smtps", new Not(new HasTls()), SmtpdReplies.Closed),
            ("verify", listen.DemandsCertificate ? new Not(new HasCertificate()) : new Not(Always.Instance), SmtpdReplies.Closed));
    }

    private static RuleList StartTls(SmtpdListen listen)
    {
        if (listen.IsSmtps) return List(listen, "starttls");
        var tls = new HasTls();
        return List(listen, "starttls",
            ("no helo", new AllOf([tls, new Not(new HasHelo())]), SmtpdReplies.NotNow),
            ("no tls", listen.OffersTls ? new Not(Always.Instance) : tls, SmtpdReplies.NotSupported),
            ("verify", listen.DemandsCertificate ? new AllOf([tls, new Not(new HasCertificate())]) : new Not(Always.Instance), SmtpdReplies.Closed));
    }

    // A login is offered to encrypted sessions only.
    private static RuleList Auth(SmtpdListen listen)
    {
        var login = new HasLogin();
        return List(listen, "auth",
            ("no helo", new AllOf([login, new Not(new HasHelo())]), SmtpdReplies.NotNow),
            ("no login here", listen.OffersLogin ? new AllOf([login, new Not(new HasTls())]) : login, SmtpdReplies.NotSupported));
    }

    private static RuleList Mail(SmtpdListen listen) => List(listen, "mail",
        ("no helo", new Not(new HasHelo()), SmtpdReplies.NotNow),
        ("tls-require", listen.DemandsTls ? new Not(new HasTls()) : new Not(Always.Instance), SmtpdReplies.NeedsTls),
        ("auth", listen.DemandsLogin ? new Not(new HasLogin()) : new Not(Always.Instance), SmtpdReplies.NeedsLogin));

    private static RuleList Options(SmtpdListen listen, Dimension of, Verdict then) => List(listen, "option", ("unknown option", new HasOptions(of), then));

    private static RuleList List(SmtpdListen listen, string name, params ReadOnlySpan<(string Text, Condition When, Verdict Then)> rules)
    {
        var made = ImmutableArray.CreateBuilder<Rule>();
        foreach (var (text, when, then) in rules)
            if (when is not Not { Of: Always }) made.Add(Rule.Of(text, when, then, listen.Origin));
        return new RuleList($"listen {name}", made.ToImmutable(), listen.Origin);
    }
}
