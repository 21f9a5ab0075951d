using System.Net;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Relaying;

public class RelayConsentTests
{
    private static readonly IPAddress Source = IPAddress.Parse("198.51.100.7");

    [Theory]
    [InlineData("_gatepost.mx.example.net", "gatepost-relay-test", true)]
    [InlineData("_gatepost.example.net", "gatepost-relay-test", true)]
    [InlineData("_gatepost.example.net", "gatepost-relay-test=198.51.100.7", true)]
    [InlineData("_gatepost.example.net", "gatepost-relay-test=198.51.100.8", false)]
    [InlineData("_gatepost.example.net", "gatepost-relay-test=", false)]
    [InlineData("_gatepost.example.net", "gatepost-relay-tests", false)]
    [InlineData("_gatepost.example.net", "v=spf1 -all", false)]
    [InlineData("_gatepost.net", "gatepost-relay-test", false)]
    [InlineData("mx.example.net", "gatepost-relay-test", false)]
    public async Task A_text_record_gives_consent(string owner, string text, bool expected)
    {
        var consent = await RelayConsent.Ask(new TextDns(new() { [owner] = text }), "mx.example.net", Source, CancellationToken.None);
        Assert.Equal(expected, consent.IsGiven);
        Assert.NotEmpty(consent.Reason);
    }

    [Fact]
    public async Task A_record_for_one_address_does_not_fit_an_unknown_one() =>
        Assert.False((await RelayConsent.Ask(new TextDns(new() { ["_gatepost.example.net"] = "gatepost-relay-test=198.51.100.7" }), "mx.example.net", null, CancellationToken.None)).IsGiven);

    [Fact]
    public async Task An_address_has_no_record() =>
        Assert.False((await RelayConsent.Ask(new TextDns([]), "192.0.2.1", Source, CancellationToken.None)).IsGiven);
}
