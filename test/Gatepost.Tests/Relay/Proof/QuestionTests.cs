using System.Net;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Relay.Proof;
using Gatepost.Smtp;
using Gatepost.Tests.Relay.Proof.Support;

namespace Gatepost.Tests.Relay.Proof;

public class QuestionTests
{
    private static readonly Origin At = new("main.cf", 7);
    private static readonly ReplyText Denied = ReplyText.Of("554 5.7.1 <{recipient}>: Relay access denied");

    private static FirstOf Classes(params (string Domain, AddressClass Class)[] own) => new(
        [.. own.Select(static o => new FirstOf.Case(new TableLeaf(Dimension.Recipient, new Dictionary<string, int> { [o.Domain] = 1 }), (int)o.Class))], 4);

    private static RelayPolicy Policy(Condition classes, params Rule[] rules) => new()
    {
        Listener = new Listener("smtp", At),
        Addressing = new PlainAddressing(true, new HashSet<string> { "own.example" }),
        Classes = classes,
        Otherwise = Verdict.Permit.Instance,
        Stages = [new Stage(SmtpPhase.Rcpt, [new RuleList("smtpd_relay_restrictions", [.. rules], At)])],
    };

    private static Rule RejectUnauth(Condition classes) => Rule.Of("reject_unauth_destination", new ClassIs(classes, AddressClass.Other), new Verdict.Refuse(Denied), At);

    private static Rule Permit(string text, Condition when) => Rule.Of(text, when, Verdict.Permit.Instance, At);

    private static ClientIn Networks(params string[] networks) => new("mynetworks", [.. networks.Select(static n => new NetworkEntry(IPNetwork.Parse(n), 1, n, At))]);

    [Fact]
    public void A_server_with_the_usual_rules_is_closed()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var result = OpenRelayQuestion.Ask(Policy(classes, Permit("permit_mynetworks", Networks("127.0.0.0/8", "10.0.0.0/8")), Permit("permit_sasl_authenticated", new HasLogin()), RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Proved, result.Status);
        Assert.Equal("10.0.0.0/8", Assert.Single(result.TrustedByConfiguration).ToString());
    }

    [Fact]
    public void A_network_that_the_operator_does_not_name_is_a_hole()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var policy = Policy(classes, Permit("permit_mynetworks", Networks("192.0.2.128/25")), RejectUnauth(classes));
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.True(IPNetwork.Parse("192.0.2.128/25").Contains(result.Witness!.Client));
        Assert.Equal("user@elsewhere.example", result.Witness.RcptTo);
        Assert.True(result.Decision!.IsRelayed);
        var named = ProofOptions.Default with { Strangers = Strangers.Default with { Trusted = [IPNetwork.Parse("192.0.2.0/24")] } };
        Assert.Equal(ProofStatus.Proved, OpenRelayQuestion.Ask(policy, named).Status);
        var clients = RelayingClients.Of(new PolicyProof(policy));
        Assert.Equal("192.0.2.128/25", Assert.Single(clients.Networks).ToString());
        Assert.Equal((UInt128)128, clients.Count);
    }

    [Fact]
    public void A_sender_that_is_let_in_can_be_forged()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var forged = Permit("check_sender_access", new TableLeaf(Dimension.Sender, new Dictionary<string, int> { ["boss@own.example"] = 1 }));
        var policy = Policy(classes, forged, RejectUnauth(classes));
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal("boss@own.example", result.Witness!.MailFrom);
        var found = Assert.Single(ForgeableRelay.Find(new PolicyProof(policy)));
        Assert.Same(forged, found.Rule);
        Assert.Equal([Dimension.Sender], found.On);
    }

    [Fact]
    public void A_top_level_domain_as_relay_domain_opens_it()
    {
        var classes = Classes(("=own.example", AddressClass.Local), ("net", AddressClass.RelayDomain), ("partner.test", AddressClass.RelayDomain));
        var result = OpenRelayQuestion.Ask(Policy(classes, RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.EndsWith(".net", result.Witness!.RcptTo, StringComparison.Ordinal);
        Assert.Equal(AddressClass.RelayDomain, result.Decision!.Class);
    }

    [Fact]
    public void A_catch_all_that_owns_everything_is_no_relay_and_is_named()
    {
        var classes = new FirstOf([new FirstOf.Case(new PatternLeaf(Dimension.Recipient, PatternSubject.Domain, (".", 1)), (int)AddressClass.Alias)], 4);
        var proof = new PolicyProof(Policy(classes, RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Proved, OpenRelayQuestion.Ask(proof).Status);
        Assert.Equal(AddressClass.Alias, EveryDomainIsOwn.Ask(proof).Decision!.Class);
    }

    [Fact]
    public void A_table_of_domains_outside_is_taken_at_its_word()
    {
        var table = new Opaque("mysql:/etc/domains.cf", "recipient-domain", 1, At) { MayFail = true };
        var classes = new FirstOf([new FirstOf.Case(table, (int)AddressClass.Virtual)], 4);
        var result = OpenRelayQuestion.Ask(Policy(classes, RejectUnauth(classes)) with { Otherwise = new Verdict.Refuse(Denied) });
        Assert.Equal(ProofStatus.Proved, result.Status);
        Assert.Same(table, Assert.Single(result.Suppositions).Condition);
    }

    [Fact]
    public void What_only_the_outside_could_let_in_is_unknown_until_it_is_assumed()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var table = new Opaque("mysql:/etc/access.cf", "recipient", 1, At);
        var policy = Policy(classes, Permit("check_recipient_access mysql:/etc/access.cf", table), RejectUnauth(classes));
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal(ProofStatus.Unknown, result.Status);
        Assert.Same(table, Assert.Single(result.Prevents));
        Assert.Equal(ProofStatus.Proved, OpenRelayQuestion.Ask(policy, ProofOptions.Default with { Assumptions = [new Assumption("mysql:*", 0)] }).Status);
        Assert.Equal(ProofStatus.Witness, OpenRelayQuestion.Ask(policy, ProofOptions.Default with { Assumptions = [new Assumption("mysql:*", 1)] }).Status);
    }

    [Fact]
    public void A_block_list_closes_nothing()
    {
        var list = new Opaque("reject_rbl_client zen.example", "client", 1, At) { SparesSome = true, MayFail = true };
        var result = OpenRelayQuestion.Ask(Policy(Classes(), Rule.Of("reject_rbl_client zen.example", list, new Verdict.Refuse(Denied), At)));
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.Same(list, Assert.Single(result.Suppositions).Condition);
    }

    [Fact]
    public void One_address_that_is_refused_does_not_close_its_domain()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var table = new TableLeaf(Dimension.Recipient, new Dictionary<string, int> { ["user@partner.test"] = 2, ["someone@partner.test"] = 2, ["sales@partner.test"] = 2, ["partner.test"] = 1 });
        Rule access = new("check_recipient_access", table, [Verdict.Permit.Instance, new Verdict.Refuse(Denied)], At);
        var result = OpenRelayQuestion.Ask(Policy(classes, access, RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.EndsWith("partner.test", result.Witness!.RcptTo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_part_refused_at_one_domain_may_be_open_at_another()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var address = Rule.Of("check_recipient_access", new TableLeaf(Dimension.Recipient, new Dictionary<string, int> { ["sales@elsewhere.example"] = 1, ["sales@sub.elsewhere.example"] = 1 }), new Verdict.Refuse(Denied), At);
        var local = Permit("check_recipient_access", new TableLeaf(Dimension.Recipient, new Dictionary<string, int> { ["sales@"] = 1 }));
        var result = OpenRelayQuestion.Ask(Policy(classes, address, local, RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.StartsWith("sales@", result.Witness!.RcptTo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_forgets_the_end_opens_it()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var policy = Policy(classes, Permit("check_recipient_access pcre", new PatternLeaf(Dimension.Recipient, PatternSubject.Whole, (@"@partner\.test", 1))), RejectUnauth(classes));
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.Contains("@partner.test", result.Witness!.RcptTo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_is_not_regular_leaves_it_unknown_or_is_answered_for_the_attempts_tried()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var leaf = new PatternLeaf(Dimension.Recipient, PatternSubject.Whole, (@"^(a+)x\1@", 1));
        var result = OpenRelayQuestion.Ask(Policy(classes, Permit("check_recipient_access pcre", leaf), RejectUnauth(classes)));
        Assert.Equal(ProofStatus.Unknown, result.Status);
        Assert.Same(leaf, Assert.Single(result.Prevents));
        var open = new PatternLeaf(Dimension.Recipient, PatternSubject.Whole, (@"^(?!evil)", 1));
        Assert.Equal(ProofStatus.Witness, OpenRelayQuestion.Ask(Policy(classes, Permit("check_recipient_access pcre", open), RejectUnauth(classes))).Status);
    }

    [Fact]
    public void A_hosted_domain_is_accepted_for_each_some_or_no_local_part()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var blocked = Rule.Of("check_recipient_access", new TableLeaf(Dimension.Recipient, new Dictionary<string, int> { ["sales@"] = 1, ["=gone.example"] = 1 }), new Verdict.Refuse(ReplyText.Of("550 5.1.1 gone")), At);
        var proof = new PolicyProof(Policy(classes, blocked, RejectUnauth(classes)));
        Assert.Equal(HostedDomain.LocalParts.Some, HostedDomainQuestion.Ask(proof, "own.example").Accepts);
        Assert.Equal("sales@own.example", HostedDomainQuestion.Ask(proof, "own.example").Attempt.RcptTo);
        Assert.Equal(HostedDomain.LocalParts.None, HostedDomainQuestion.Ask(proof, "gone.example").Accepts);
        Assert.Equal(HostedDomain.LocalParts.Each, HostedDomainQuestion.Ask(new PolicyProof(Policy(classes, RejectUnauth(classes))), "own.example").Accepts);
        Assert.Equal(554, HostedDomainQuestion.Ask(proof, "unknown.example").Decision.Reply!.Code);
    }

    [Fact]
    public void A_submission_listener_without_reject_is_seen()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var login = Permit("permit_sasl_authenticated", new HasLogin());
        Assert.Equal(ProofStatus.Witness, SubmissionQuestion.Ask(new PolicyProof(Policy(classes, login, RejectUnauth(classes)))).Status);
        Assert.Equal(ProofStatus.Proved, SubmissionQuestion.Ask(new PolicyProof(Policy(classes, login, Rule.Of("reject", Always.Instance, new Verdict.Refuse(Denied), At)))).Status);
    }

    [Fact]
    public void A_login_is_held_to_its_sender_only_where_the_policy_compares_them()
    {
        var classes = Classes();
        var mismatch = Rule.Of("reject_sender_login_mismatch", new Opaque("hash:/etc/senders", SenderLoginQuestion.Subject, 1, At), new Verdict.Refuse(Denied), At);
        var login = Permit("permit_sasl_authenticated", new HasLogin());
        Assert.Equal(ProofStatus.Proved, SenderLoginQuestion.Ask(new PolicyProof(Policy(classes, mismatch, login, RejectUnauth(classes)))).Status);
        Assert.Equal(ProofStatus.Witness, SenderLoginQuestion.Ask(new PolicyProof(Policy(classes, login, mismatch, RejectUnauth(classes)))).Status);
    }

    [Fact]
    public void A_rule_behind_another_that_takes_everything_is_dead()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var wide = Permit("permit_mynetworks", Networks("192.0.2.0/24"));
        var dead = Rule.Of("reject 192.0.2.7", Networks("192.0.2.7/32"), new Verdict.Refuse(Denied), At);
        var found = Assert.Single(DeadRule.Find(new PolicyProof(Policy(classes, wide, dead, RejectUnauth(classes)))));
        Assert.Same(dead, found.Rule);
        Assert.True(found.IsAsked);
        Assert.Same(wide, Assert.Single(found.BlockedBy));
    }

    [Fact]
    public void A_temporary_answer_to_strangers_is_told()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var reply = Assert.Single(StrangerReplyQuestion.Ask(new PolicyProof(Policy(classes, Rule.Of("defer_unauth_destination", new ClassIs(classes, AddressClass.Other), new Verdict.Refuse(ReplyText.Of("454 4.7.1 no")), At)))));
        Assert.Equal(DecisionKind.Defer, reply.Kind);
        Assert.Equal(DecisionKind.Defer, reply.Decision.Kind);
    }

    [Fact]
    public void The_difference_of_two_policies_shows_one_attempt_for_each_change()
    {
        var classes = Classes(("=own.example", AddressClass.Local));
        var before = Policy(classes, Permit("permit_mynetworks", Networks("192.0.2.0/25")), RejectUnauth(classes));
        Assert.Empty(PolicyDifference.Between(before, before));
        var wider = Classes(("=own.example", AddressClass.Local));
        var after = Policy(wider, Permit("permit_mynetworks", Networks("192.0.2.0/24")), RejectUnauth(wider));
        var change = Assert.Single(PolicyDifference.Between(before, after));
        Assert.Equal(PolicyChangeKind.StrangersRelay, change.Kind);
        Assert.True(IPNetwork.Parse("192.0.2.128/25").Contains(change.Attempt.Client));
        Assert.Equal(DecisionKind.Refuse, change.Before.Kind);
        Assert.True(change.After.IsRelayed);
    }
}
