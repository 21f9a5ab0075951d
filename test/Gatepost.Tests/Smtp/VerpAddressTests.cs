using CsCheck;
using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class VerpAddressTests
{
    [Theory]
    [InlineData("user@example.org", VerpForm.None, null)]
    [InlineData("anna.return@example.org", VerpForm.None, null)]
    [InlineData("returning.customer@example.org", VerpForm.None, null)]
    [InlineData("no-reply@example.org", VerpForm.NoReply, null)]
    [InlineData("noreply+shop@example.org", VerpForm.NoReply, null)]
    [InlineData("bounces@example.org", VerpForm.Bounce, null)]
    [InlineData("<bounce@example.org>", VerpForm.Bounce, null)]
    [InlineData("b-123-4567@example.org", VerpForm.Bounce, null)]
    [InlineData("owner-list@example.org", VerpForm.Bounce, null)]
    [InlineData("list-bounces@example.org", VerpForm.Bounce, null)]
    [InlineData("msprvs1=19abc=bounces-1@example.org", VerpForm.Bounce, null)]
    [InlineData("0102018f3a5b7c9d-1a2b3c4d-0000-0000-000000000000@example.org", VerpForm.Bounce, null)]
    [InlineData("x12@bounce.example.org", VerpForm.Bounce, null)]
    [InlineData("bounces+user=example.com@example.org", VerpForm.Verp, "user@example.com")]
    [InlineData("bounces+1234567-ab12-first.last=example.com@em1.example.org", VerpForm.Verp, "first.last@example.com")]
    [InlineData("list-bounces+user=example.com@example.org", VerpForm.Verp, "user@example.com")]
    [InlineData("list-return-27-user=example.com@example.org", VerpForm.Verp, "user@example.com")]
    [InlineData("SRS0=ab12=XY=example.com=user@example.org", VerpForm.Srs, "user@example.com")]
    [InlineData("SRS1=ab12=fwd.example==cd34=XY=example.com=user@example.org", VerpForm.Srs, "user@example.com")]
    [InlineData("srs0+ab12=xy=example.com=user@example.org", VerpForm.Srs, "user@example.com")]
    [InlineData("prvs=123456abcd=user@example.org", VerpForm.Prvs, "user@example.org")]
    [InlineData("btv1==123456abcd==user@example.org", VerpForm.Prvs, "user@example.org")]
    public void Reads_every_form(string address, VerpForm form, string? embedded) =>
        Assert.Equal(new VerpAddress(form, embedded), VerpAddress.Read(address));

    [Fact]
    public void Never_throws() =>
        Gen.OneOf(Gen.String, Gen.OneOf("SRS0", "srs1", "=", "==", "+", "-", "@", "bounces", "a.example", "1", "prvs=", "b-").Array[0, 9].Select(string.Concat))
            .Sample(text => { VerpAddress.Read(text); }, iter: 50_000);
}
