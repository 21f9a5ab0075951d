using CsCheck;
using Gatepost.Diagnoses.Text;

namespace Gatepost.Tests.Diagnoses.Text;

public class PhraseSetTests
{
    [Theory]
    [InlineData("relay access denied", "<a@b.example>: Relay access denied", true)]
    [InlineData("relay access denied", "Relay   access\r\n denied.", true)]
    [InlineData("relay denied", "relay access denied", false)]
    [InlineData("relay .. denied", "relay access denied", true)]
    [InlineData("relay .. denied", "relay access for your own computer and its friends was denied", false)]
    [InlineData("relay ... denied", "relay access for your own computer and its friends was denied", true)]
    [InlineData("relay .. denied", "denied relay", false)]
    [InlineData("relay", "mail.relay.example.org said no", false)]
    [InlineData("relay", "relay@example.org said no", false)]
    [InlineData("relay", "relay-1.example.org said no", false)]
    [InlineData("relay", "no relay. See below", true)]
    [InlineData("relay", "no relay.See below", true)]
    [InlineData("lay", "no relay", false)]
    [InlineData("*lay", "no relay", true)]
    [InlineData("relay>", "relaying", false)]
    [InlineData("relay>", "(relay)", true)]
    [InlineData("^no", "No way", true)]
    [InlineData("^no", "oh no", false)]
    [InlineData("invalid recipient$", "Invalid recipient", true)]
    [InlineData("invalid recipient$", "Invalid recipient <a@b.example>", false)]
    [InlineData("(can|may)(not|) relay", "you may relay", true)]
    [InlineData("(can|may)(not|) relay", "you cannot relay", true)]
    [InlineData("(not|) (a |) (gateway|relay)", "not gateway", true)]
    [InlineData("a (b|) c", "a c", true)]
    [InlineData("a (b|) c", "a b c", true)]
    [InlineData("a (b|)>", "a bc", true)]
    [InlineData("a b>", "a bc", false)]
    [InlineData("isn't in", "domain isn\u2019t in my list", true)]
    [InlineData("宛先不明", "エラー: 宛先不明です", true)]
    [InlineData("не существует", "Адрес НЕ  существует", true)]
    [InlineData("5.7.64", "status 5.7.64 here", true)]
    [InlineData("5.7.64", "status 5.7.640 here", true)]
    public void Finds_what_it_should(string phrase, string text, bool expected)
    {
        var hits = new PhraseHits(1);
        new PhraseSet([(0, phrase)], 1).Find(text, hits);
        Assert.Equal(expected, hits[0]);
    }

    [Fact]
    public void Says_where_it_stands()
    {
        var hits = new PhraseHits(1);
        const string text = "550 sorry: Relay access is denied here";
        new PhraseSet([(0, "relay .. denied")], 1).Find(text, hits);
        var (start, end) = hits.Where(0);
        Assert.EndsWith("Relay access is denied", text[start..end].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Never_throws_whatever_the_text() =>
        Gen.String.Sample(static text =>
        {
            var hits = new PhraseHits(2);
            new PhraseSet([(0, "a .. b"), (1, "ü (x|y)$")], 2).Find(text, hits);
        });

    [Theory]
    [InlineData("a (b")]
    [InlineData("a b)")]
    [InlineData("{nosuchlist}")]
    [InlineData("a .. ")]
    public void A_malformed_phrase_is_a_fault(string phrase) =>
        Assert.Throws<FormatException>(() => new PhraseSet([(0, phrase)], 1).Positions);
}
