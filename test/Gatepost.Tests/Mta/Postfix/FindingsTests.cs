using Gatepost.Mta;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Mistakes that show in the files.</summary>
public sealed class FindingsTests
{
    private const string Std = PostfixWorld.Std;

    [Theory]
    [InlineData(Std + "relay_domains = rel.test, .dot.test", ConfigProblemKind.NoEffect, ".dot.test in relay_domains matches nothing")]
    [InlineData(Std + "mydestination = example.org, .example.org", ConfigProblemKind.NoEffect, ".example.org in mydestination matches nothing")]
    [InlineData(Std + "virtual_mailbox_domains = example.org", ConfigProblemKind.Conflict, "example.org is in mydestination and in virtual_mailbox_domains")]
    [InlineData(Std + "mynetworks = 10.0.0.1/24", ConfigProblemKind.BadValue, "10.0.0.1/24 has host bits set, 10.0.0.0/24 has none")]
    [InlineData(Std + "mynetworks = 0.0.0.0/0", ConfigProblemKind.Risky, "0.0.0.0/0 in mynetworks trusts everybody")]
    [InlineData(Std + "virtual_mailbox_maps = static:x", ConfigProblemKind.Risky, "virtual_mailbox_domains matches every domain")]
    [InlineData(Std + "relay_domains = static:x", ConfigProblemKind.Risky, "relay_domains matches every domain")]
    [InlineData(Std + "virtual_alias_maps = texthash:/nonexistent", ConfigProblemKind.MissingFile, "/nonexistent")]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks, permit_mx_backup, reject_unauth_destination", ConfigProblemKind.Risky, "permit_mx_backup without permit_mx_backup_networks")]
    [InlineData("smtpd_relay_restrictions = check_sender_access inline:{ {good.test=OK} }, reject_unauth_destination", ConfigProblemKind.Risky, "which anybody can forge")]
    [InlineData("smtpd_relay_restrictions = check_helo_access inline:{ {good.test=OK} }, reject_unauth_destination", ConfigProblemKind.Risky, "which anybody can say")]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated", ConfigProblemKind.NoEffect, "permit_sasl_authenticated comes after reject_unauth_destination")]
    [InlineData("smtpd_relay_restrictions = permit_tls_all_clientcerts, reject_unauth_destination", ConfigProblemKind.Risky, "permit_tls_all_clientcerts")]
    [InlineData("smtpd_relay_restrictions = permit_mynetwork, reject_unauth_destination", ConfigProblemKind.UnknownName, "Postfix knows no restriction permit_mynetwork;")]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks", ConfigProblemKind.WillNotRun, "does not start")]
    [InlineData(Std + "allow_untrusted_routing = yes", ConfigProblemKind.Risky, "allow_untrusted_routing")]
    [InlineData(Std + "smtpd_authorized_xclient_hosts = static:all", ConfigProblemKind.Risky, "smtpd_authorized_xclient_hosts")]
    [InlineData("smtpd_restriction_classes = one\none = one\nsmtpd_relay_restrictions = one, reject_unauth_destination", ConfigProblemKind.WillNotRun, "enters itself")]
    [InlineData("smtpd_relay_restrictions = check_sender_access inline:{ {a.test=hash:/x} }, reject_unauth_destination", ConfigProblemKind.BadValue, "may not name another table")]
    [InlineData("smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\nsmtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination", ConfigProblemKind.Conflict, "smtpd_recipient_restrictions only")]
    public void A_mistake_is_found(string main, ConfigProblemKind kind, string what)
    {
        var problems = PostfixWorld.Read(PostfixWorld.Base + main + "\n").Problems;
        Assert.Contains(problems, p => p.Kind == kind && p.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_submission_service_without_login_is_found() => Assert.Contains(
        PostfixWorld.Read(PostfixWorld.Base + Std, "submission inet n - n - - smtpd\n").Problems,
        static p => p.What.Contains("smtpd_sasl_auth_enable is no", StringComparison.Ordinal) && p.Origin.Line == 1);

    [Fact]
    public void An_override_that_the_rewriting_service_does_not_see_is_found() => Assert.Contains(
        PostfixWorld.Read(PostfixWorld.Base + Std, "smtp inet n - n - - smtpd -o mydestination=other.test\n").Problems,
        static p => p is { Kind: ConfigProblemKind.NoEffect } && p.What.Contains("-o mydestination", StringComparison.Ordinal));

    [Fact]
    public void A_plain_configuration_has_none() => Assert.Empty(PostfixWorld.Read(PostfixWorld.Base + Std).Problems);
}
