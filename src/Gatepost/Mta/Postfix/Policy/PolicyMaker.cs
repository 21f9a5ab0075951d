using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Restrictions;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>Makes the policy of one SMTP server: which list is asked when.</summary>
internal sealed class PolicyMaker(PostfixParts parts)
{
    private readonly RestrictionCompiler _compiler = new(parts);

    private PostfixSettings Server => parts.Server;

    /// <summary>Makes it.</summary>
    public RelayPolicy Make(Listener listener)
    {
        var stages = ImmutableArray.CreateBuilder<Stage>();
        var delays = Server.IsYes("smtpd_delay_reject");
        if (!delays)
        {
            var early = (ListContext context) => context with { KnowsLogin = false, KnowsSender = false, KnowsRecipient = false };
            stages.Add(new Stage(SmtpPhase.Connect, [_compiler.Compile(early(ListContext.Client) with { KnowsHelo = false, KnowsTls = Server.IsYes("smtpd_tls_wrappermode") })]));
            stages.Add(new Stage(SmtpPhase.Ehlo, [Helo(early(ListContext.Helo))]));
        }

        stages.Add(new Stage(SmtpPhase.Mail, [Demands()]) { IsBeforeAddresses = true });
        var phase = delays ? SmtpPhase.Rcpt : SmtpPhase.Mail;
        if (delays)
        {
            stages.Add(new Stage(phase, [_compiler.Compile(ListContext.Client)]));
            stages.Add(new Stage(phase, [Helo(ListContext.Helo)]));
        }

        var sender = ListContext.Sender with { KnowsRecipient = delays };
        stages.Add(new Stage(phase, [_compiler.Compile(sender), .. Implicit("smtpd_reject_unlisted_sender", "reject_unlisted_sender", sender)]));
        var relay = KeepsOldRelaying ? _compiler.Compile(Server.Get("smtpd_relay_restrictions") with { Value = OldRelaying }, new Scope(ListContext.Relay)) : _compiler.Compile(ListContext.Relay);
        var recipient = _compiler.Compile(ListContext.Recipient);
        stages.Add(new Stage(SmtpPhase.Rcpt, RelayFirst ? [relay, recipient] : [recipient, relay]));
        var last = Implicit("smtpd_reject_unlisted_recipient", "reject_unlisted_recipient", ListContext.Recipient);
        stages.Insert(0, Start(listener));
        return new RelayPolicy
        {
            Listener = listener,
            Stages = [.. stages.Where(s => s == stages[^1] || s.Lists.Any(static l => l.Rules.Length > 0))],
            Addressing = new PostfixAddressing(parts.Classes.Rules, parts.Classes.Locality, parts.Classes.GivesUp, Server, parts.Replies),
            Classes = parts.Classes.Recipient,
            Otherwise = last.IsEmpty ? new Verdict.Accept() : new Verdict.Enter(last[0]),
            OtherwiseOrigin = Server.Get("smtpd_reject_unlisted_recipient").Origin,
        };
    }

    // Below compatibility level 1 the default is no list at all. Postfix goes through what the new default would permit all the same, to warn of it.
    private const string OldRelaying = "permit_mynetworks, permit_sasl_authenticated, permit_auth_destination";

    private bool KeepsOldRelaying => Server.CompatibilityLevel < 10000 && Server.Version >= 300 && Server.Get("smtpd_relay_restrictions").IsDefault;

    private bool RelayFirst => Server.IsYes("smtpd_relay_before_recipient_restrictions") && !KeepsOldRelaying;

    private Stage Start(Listener listener)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var relay = Server.Get("smtpd_relay_restrictions");
        if (!_compiler.HasRequired("smtpd_relay_restrictions") && !_compiler.HasRequired("smtpd_recipient_restrictions"))
        {
            parts.Report.Problem(relay.Origin, ConfigProblemKind.WillNotRun,
                $"{listener.Name}: neither smtpd_relay_restrictions nor smtpd_recipient_restrictions has one of reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit before a plain permit; the SMTP server does not start and every connection is closed",
                "write smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination");
            rules.Add(Rule.Of("required restrictions", Always.Instance, new Verdict.Refuse(null), relay.Origin));
        }

        foreach (var name in _compiler.Classes.Where(c => Server.Get(c).Value.Length == 0))
        {
            var classes = Server.Get("smtpd_restriction_classes");
            parts.Report.Problem(classes.Origin, ConfigProblemKind.WillNotRun, $"the restriction class {name} has no definition; the SMTP server does not start and every connection is closed", $"write {name} = …, or take it out of smtpd_restriction_classes");
            rules.Add(Rule.Of($"restriction class {name}", Always.Instance, new Verdict.Refuse(null), classes.Origin));
        }

        // Tables of a class are opened whether or not anything enters it.
        foreach (var table in _compiler.Classes.SelectMany(c => parts.Lists.Proxied(Server.Get(c))))
            if (table.Fault is { IsFatal: true }) _compiler.Fatal.Add(table);
        foreach (var table in Opened.SelectMany(p => parts.Lists.Maps(Server.Get(p))).Where(static t => t.Fault is { IsFatal: true }).Concat(_compiler.Fatal))
            rules.Add(Rule.Of(table.Name, Always.Instance, new Verdict.Refuse(null), table.Fault!.Origin));
        if (Server.IsYes("smtpd_tls_wrappermode"))
            rules.Add(Rule.Of("smtpd_tls_wrappermode", new Not(new HasTls()), new Verdict.Refuse(null), Server.Get("smtpd_tls_wrappermode").Origin));
        return new Stage(SmtpPhase.Connect, [new RuleList("start", rules.ToImmutable(), relay.Origin)]);
    }

    // Tables that the SMTP server opens before it takes a connection.
    private static readonly string[] Opened =
    [
        "local_recipient_maps", "relay_recipient_maps", "virtual_alias_maps", "virtual_mailbox_maps", "canonical_maps", "recipient_canonical_maps", "sender_canonical_maps", "smtpd_sender_login_maps", "relay_clientcerts",
    ];

    // What the server asks for before it looks at a sender.
    private RuleList Demands()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var level = Server.Get("smtpd_tls_security_level");
        if (DemandsTls(Server))
            rules.Add(Rule.Of($"smtpd_tls_security_level = {level.Value}", new Not(new HasTls()), new Verdict.Refuse(parts.Replies.Make(530, "5.7.0", "Must issue a STARTTLS command first")), level.Origin));
        if (Server.IsYes("smtpd_helo_required"))
            rules.Add(Rule.Of("smtpd_helo_required", NoHelo, new Verdict.Refuse(parts.Replies.Make(503, "5.5.1", "Error: send HELO/EHLO first")), Server.Get("smtpd_helo_required").Origin));
        return new RuleList("before MAIL", rules.ToImmutable(), level.Origin);
    }

    private RuleList Helo(ListContext context)
    {
        var list = _compiler.Compile(context);
        return list.Rules.IsEmpty ? list : list with { Rules = [Rule.Of("without HELO", NoHelo, Verdict.Leave.Instance, list.Origin), .. list.Rules] };
    }

    private ImmutableArray<RuleList> Implicit(string parameter, string restriction, ListContext context) =>
        Server.IsYes(parameter) ? [_compiler.Compile(new Setting(parameter, restriction, Server.Get(parameter).Origin), new Scope(context))] : [];

    private static Absent NoHelo { get; } = new(Matching.AttemptText.Helo);

    /// <summary>True where mail is taken only over TLS.</summary>
    public static bool DemandsTls(PostfixSettings server) =>
        server.Get("smtpd_tls_security_level").Value is { Length: > 0 } level ? level.Equals("encrypt", StringComparison.OrdinalIgnoreCase) : server.IsYes("smtpd_enforce_tls");
}
