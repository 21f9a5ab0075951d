using System.Net;
using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class RdapTests
{
    [Theory]
    [InlineData("""{"status":["active"],"events":[{"eventAction":"expiration","eventDate":"2030-01-01T00:00:00Z"}]}""", "")]
    [InlineData("""{"status":["active"],"events":[{"eventAction":"expiration","eventDate":"2020-01-01T00:00:00Z"}]}""", "Expired")]
    [InlineData("""{"status":["Redemption Period","pending delete"]}""", "Expired")]
    [InlineData("""{"status":["client hold","redemption period"]}""", "Suspended Expired")]
    [InlineData("""{"status":["server hold"]}""", "Suspended")]
    [InlineData("""{"status":7,"events":{"a":1}}""", "")]
    [InlineData("""{"events":[1,null,{"eventAction":2},{"eventAction":"expiration","eventDate":"soon"}]}""", "")]
    [InlineData("[]", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public async Task A_registrys_answer_is_read_or_left(string body, string? expected)
    {
        using var http = new HttpClient(new Canned(HttpStatusCode.OK, body));
        var answer = await new HttpRdap(http, new Uri("https://rdap.example/base/"), TimeProvider.System).Find("x.test", CancellationToken.None);

        Assert.Equal(expected, answer is null ? null : string.Join(' ', answer.Findings().Select(static f => f.Kind)));
    }

    [Fact]
    public async Task What_is_no_answer_or_too_long_is_left()
    {
        using var missing = new HttpClient(new Canned(HttpStatusCode.NotFound, "{}"));
        using var endless = new HttpClient(new Canned(HttpStatusCode.OK, "{\"a\":\"" + new string('x', 300_000) + "\"}"));
        var at = new Uri("https://rdap.example");

        Assert.Null(await new HttpRdap(missing, at, TimeProvider.System).Find("x.test", CancellationToken.None));
        Assert.Null(await new HttpRdap(endless, at, TimeProvider.System).Find("x.test", CancellationToken.None));
        Assert.Null(await new HttpRdap(missing, at, TimeProvider.System).Find("x.test", new CancellationToken(true)));
    }

    [Fact]
    public async Task The_registered_domain_is_asked_for_and_its_hold_comes_first()
    {
        var canned = new Canned(HttpStatusCode.OK, """{"status":["client hold"]}""");
        using var http = new HttpClient(canned);
        var dns = Worlds.All();
        var options = Worlds.Options(dns) with { Rdap = new HttpRdap(http, new Uri("https://rdap.example/"), TimeProvider.System) };

        var survey = await new DomainSurveyor(dns, options).Survey("sub.good.test", CancellationToken.None);

        Assert.Equal("https://rdap.example/domain/good.test", canned.Asked);
        Assert.Equal(DnsFindingKind.Suspended, survey.Findings[0].Kind);
        Assert.Equal("RDAP rdap.example", survey.Findings[0].Provenance);
    }

    private sealed class Canned(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked = request.RequestUri!.AbsoluteUri;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)), RequestMessage = request });
        }
    }
}
