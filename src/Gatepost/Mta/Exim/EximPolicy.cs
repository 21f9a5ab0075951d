using System.Collections.Immutable;
using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Addresses;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Routers;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exim;

/// <summary>Makes the policy of one listener: what Exim itself checks at each command, then the ACL of the command.</summary>
internal sealed class EximPolicy(EximWorld world, Listener listener)
{
    private static readonly ListSubject s_client = ListSubject.Of(EximListKind.Host, AttemptPart.Client);

    private readonly AclVariables _variables = new(world.IsOn("strict_acl_vars"));

    public RelayPolicy Build()
    {
        var bareSenders = Hosts("sender_unqualified_hosts");
        var bareRecipients = Hosts("recipient_unqualified_hosts");
        var addressing = new EximAddressing(world)
        {
            RefusesBareRecipients = Logic.IsNever(bareRecipients),
            HasPercentHack = PercentHack(),
        };
        var connect = Acl("acl_smtp_connect", EximPhase.Connect);
        var helo = Acl("acl_smtp_helo", EximPhase.Helo, HeloGiven.Instance);
        _variables.BeginMessage();
        var mail = Acl("acl_smtp_mail", EximPhase.Mail);
        var recipient = Acl("acl_smtp_rcpt", EximPhase.Rcpt);
        return new RelayPolicy
        {
            Listener = listener,
            Addressing = addressing,
            Classes = EximClasses.Of(world),
            Otherwise = new Verdict.Refuse(new EximReply("550 Administrative prohibition")),
            OtherwiseOrigin = world.Option("acl_smtp_rcpt")?.Origin ?? Origin.Default,
            Stages =
            [
                new Stage(SmtpPhase.Connect, [List("connection", ConnectRules()), .. Asked("acl_smtp_connect", connect, EximPhase.Connect)]),
                new Stage(SmtpPhase.Ehlo, [List("HELO", HeloRules()), .. Asked("acl_smtp_helo", helo, EximPhase.Helo, HeloGiven.Instance)]),
                new Stage(SmtpPhase.Mail, [List("MAIL", MailRules(addressing, bareSenders)), .. Asked("acl_smtp_mail", mail, EximPhase.Mail)]),
                new Stage(SmtpPhase.Rcpt, [List("RCPT", RecipientRules(addressing, bareRecipients, mail)), .. Asked("acl_smtp_rcpt", recipient, EximPhase.Rcpt)]),
            ],
        };
    }

    private static RuleList List(string name, IEnumerable<Rule?> rules) => new(name, [.. rules.OfType<Rule>()], Origin.Default);

    private Choices<AclOutcome>? Acl(string option, EximPhase phase, Condition? reached = null)
    {
        if (world.Option(option) is not { Value.Length: > 0 } setting) return null;
        return new AclCompiler(new ExpansionContext(world, phase), _variables, new RouterVerifier()) { Reached = reached ?? Always.Instance }.OfOption(setting);
    }

    private IEnumerable<RuleList> Asked(string option, Choices<AclOutcome>? outcomes, EximPhase phase, Condition? guard = null)
    {
        if (outcomes is null) return [];
        var origin = world.Option(option)!.Origin;
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var (when, outcome) in outcomes.Cases) rules.Add(Rule(guard is null ? when : Logic.And(guard, when), outcome, phase));
        rules.Add(Rule(guard ?? Always.Instance, outcomes.Otherwise, phase));
        return [new RuleList($"{option} = {Shorten.To(world.Option(option)!.Value)}", rules.ToImmutable(), origin)];
    }

    private static Rule Rule(Condition when, AclOutcome outcome, EximPhase phase) =>
        new(outcome.Statement, when, [outcome.ToVerdict(phase)], outcome.Origin) { OnFault = AclOutcome.TriesLater };

    private IEnumerable<Rule?> ConnectRules()
    {
        if (listener.DemandsTls) yield return Refusal("tls_on_connect_ports", new Not(new HasTls()), null);
        yield return Refusal("host_reject_connection", Hosts("host_reject_connection"), "554 SMTP service not available");
    }

    private IEnumerable<Rule?> HeloRules()
    {
        var isValid = new HeloSyntax(world.Option("helo_allow_chars")?.Value ?? "");
        yield return Refusal("HELO syntax", Logic.And(HeloGiven.Instance, Logic.Not(Hosts("helo_accept_junk_hosts")), Logic.Not(isValid)), "501 Syntactically invalid EHLO argument(s)");
        var demanded = Hosts("helo_verify_hosts");
        if (Logic.IsNever(demanded)) yield break;
        var verified = HeloVerification.Of(world, EximPhase.Helo, world.Option("helo_verify_hosts")!.Origin);
        yield return Refusal("helo_verify_hosts", Logic.And(HeloGiven.Instance, demanded, verified.Where(static t => t == Truth.Defer)), "451 EHLO argument does not match calling host");
        yield return Refusal("helo_verify_hosts", Logic.And(HeloGiven.Instance, demanded, verified.Where(static t => t == Truth.No)), "550 EHLO argument does not match calling host");
    }

    private IEnumerable<Rule?> MailRules(EximAddressing addressing, Condition bare)
    {
        var demanded = Logic.Or(Hosts("hosts_require_helo", "*"), Hosts("helo_verify_hosts"));
        yield return Refusal("hosts_require_helo", Logic.And(Logic.Not(HeloGiven.Instance), demanded), "503 HELO or EHLO required");
        yield return new Rule("syntax of the sender", new MalformedSender(addressing), [new Verdict.Refuse(EximReply.Of(501, s => $"501 <{s.Sender.Written}>: {addressing.SenderProblem(s.Sender)}"))], Origin.Default);
        yield return Bare("sender_unqualified_hosts", addressing, bare, isSender: true);
    }

    private IEnumerable<Rule?> RecipientRules(EximAddressing addressing, Condition bare, Choices<AclOutcome>? mail)
    {
        if (!Logic.IsNever(bare)) yield return Bare("recipient_unqualified_hosts", addressing, bare, isSender: false);
        if (mail?.Where(static o => o.End == AclEnd.Discard) is { } discarded && !Logic.IsNever(discarded))
            yield return new Rule("discarded by acl_smtp_mail", discarded, [new Verdict.Accept(Discards: true)], world.Option("acl_smtp_mail")!.Origin);
    }

    private Rule Bare(string option, EximAddressing addressing, Condition allowed, bool isSender) => new(
        option, Logic.And(new BareAddress(addressing, isSender), Logic.Not(allowed)),
        [new Verdict.Refuse(EximReply.Of(501, s => $"501 <{(isSender ? s.Sender : s.Recipient).Written}>: {(isSender ? "sender" : "recipient")} address must contain a domain"))],
        world.Option(option)?.Origin ?? Origin.Default);

    private Rule? Refusal(string name, Condition when, string? reply) =>
        Logic.IsNever(when) ? null : new Rule(name, when, [new Verdict.Refuse(reply is null ? null : new EximReply(reply))], world.Option(name)?.Origin ?? Origin.Default);

    // A host list among the main options: only a plain yes counts.
    private Condition Hosts(string option, string byDefault = "")
    {
        var setting = world.Option(option);
        var value = setting?.Value ?? byDefault;
        return value.Length == 0 ? Logic.Never
            : ListReader.Read(new ExpansionContext(world, EximPhase.Connect), value, s_client, setting?.Origin ?? Origin.Default).Where(static t => t == Truth.Yes);
    }

    private Func<string, bool>? PercentHack()
    {
        if (world.Option("percent_hack_domains") is not { Value.Length: > 0 } setting) return null;
        var context = new ExpansionContext(world, EximPhase.Connect);
        var list = context.Read(setting.Value, setting.Origin).Constant;
        if (list is null) world.Cover(setting.Origin, $"percent_hack_domains = {setting.Value}", Coverage.NotModelled, "it depends on the attempt");
        return list is null ? null
            : domain => ListReader.Decide(ListReader.ReadPlain(context, list, ListSubject.Of(EximListKind.Domain, domain), setting.Origin), null) == Truth.Yes;
    }
}
