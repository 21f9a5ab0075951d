using System.Text;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dialog.Sasl;

namespace Gatepost.Tests.Evidence.Dialog;

public class SaslTests
{
    [Fact]
    public void SCRAM_SHA_256_is_RFC_7677s_example()
    {
        var scram = new ScramSha256(new Login("user", "pencil"), "rOprNGfwEbeRWgbNEkqO");
        Assert.Equal("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", Text(scram.Initial));
        var proof = scram.Answer("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"u8);
        Assert.Equal("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", Text(proof.Response));
        Assert.NotNull(scram.Problem(isAccepted: true));
        Assert.Equal("", Text(scram.Answer("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="u8).Response));
        Assert.Null(scram.Problem(isAccepted: true));
    }

    [Theory]
    [InlineData("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")]
    [InlineData("v=")]
    [InlineData("")]
    public void SCRAM_does_not_believe_a_server_without_the_password(string final)
    {
        var scram = new ScramSha256(new Login("user", "pencil"), "rOprNGfwEbeRWgbNEkqO");
        scram.Answer("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"u8);
        Assert.Null(scram.Answer(Encoding.UTF8.GetBytes(final)).Response);
        Assert.NotNull(scram.Problem(isAccepted: true));
    }

    [Theory]
    [InlineData("r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=nonce,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=noncemore,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1")]
    [InlineData("r=noncemore,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000")]
    [InlineData("r=noncemore,s=?,i=4096")]
    [InlineData("r=noncemore")]
    [InlineData("m=x,r=noncemore,s=W22Z,i=4096")]
    [InlineData("")]
    public void SCRAM_cancels_what_is_not_as_it_must_be(string first)
    {
        var step = new ScramSha256(new Login("user", "pencil"), "nonce").Answer(Encoding.UTF8.GetBytes(first));
        Assert.Null(step.Response);
        Assert.NotNull(step.Problem);
    }

    [Fact]
    public void CRAM_MD5_is_RFC_2195s_example() =>
        Assert.Equal("tim b913a602c7eda7a495b4e6e7334d3890",
            Text(new CramMd5(new Login("tim", "tanstaaftanstaaf")).Answer("<1896.697170952@postoffice.reston.mci.net>"u8).Response));

    [Fact]
    public void PLAIN_and_XOAUTH2_are_their_documents_examples()
    {
        Assert.Equal("\0tim\0tanstaaftanstaaf", Text(new Plain(new Login("tim", "tanstaaftanstaaf")).Initial));
        Assert.Equal(
            "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
            Convert.ToBase64String(new XOAuth2(new Login("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")).Initial!));
    }

    [Theory]
    [InlineData("""{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}""", "the token was refused with status 401")]
    [InlineData("""{"status":400}""", "the token was refused with status 400")]
    [InlineData("nonsense", "the token was refused")]
    [InlineData("[1]", "the token was refused")]
    public void XOAUTH2_answers_the_error_with_an_empty_line_and_quotes_its_status(string json, string problem)
    {
        var mechanism = new XOAuth2(new Login("u", "token"));
        Assert.Equal("", Text(mechanism.Answer(Encoding.UTF8.GetBytes(json)).Response));
        Assert.Equal(problem, mechanism.Problem(isAccepted: false));
        Assert.Null(mechanism.Answer("again"u8).Response);
    }

    [Theory]
    [InlineData("PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256", null, true, "SCRAM-SHA-256")]
    [InlineData("LOGIN PLAIN CRAM-MD5", null, true, "CRAM-MD5")]
    [InlineData("LOGIN PLAIN", null, true, "PLAIN")]
    [InlineData("LOGIN XOAUTH2", null, true, "LOGIN")]
    [InlineData("LOGIN PLAIN XOAUTH2", "xoauth2", true, "XOAUTH2")]
    [InlineData("PLAIN CRAM-MD5", null, false, "CRAM-MD5")]
    [InlineData("PLAIN LOGIN", null, false, null)]
    [InlineData("XOAUTH2", "XOAUTH2", false, null)]
    [InlineData("XOAUTH2", null, true, null)]
    [InlineData("PLAIN", "NTLM", true, null)]
    [InlineData("PLAIN", "LOGIN", true, null)]
    [InlineData("", null, true, null)]
    public void The_best_mechanism_offered_is_chosen_and_no_secret_is_shown_in_clear_text(string offered, string? wanted, bool isPrivate, string? chosen)
    {
        var mechanism = SaslMechanisms.Choose(new Login("u", "s", wanted), offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), isPrivate, out var problem);
        Assert.Equal(chosen, mechanism?.Name);
        Assert.Equal(chosen is null, problem is not null);
    }

    private static string Text(byte[]? octets) => Encoding.UTF8.GetString(Assert.IsType<byte[]>(octets));
}
