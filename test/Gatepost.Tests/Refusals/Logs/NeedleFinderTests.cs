using System.Text;
using CsCheck;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class NeedleFinderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finds_what_a_plain_search_finds(bool allowWide)
    {
        var letters = Gen.Char['a', 'd'];
        Gen.Select(letters.Array[3, 7].Array[1, 30], letters.Array[0, 200]).Sample((needles, text) =>
        {
            var words = needles.Select(static needle => new string(needle)).ToArray();
            var data = new string(text);
            var at = new NeedleFinder(words, allowWide).IndexIn(Encoding.ASCII.GetBytes(data));
            Assert.Equal(words.Any(word => data.Contains(word, StringComparison.Ordinal)), at >= 0);
            if (at >= 0)
                Assert.Contains(words, word => Enumerable.Range(0, word.Length).Any(i => at - i >= 0 && data.AsSpan(at - i).StartsWith(word)));
        }, iter: 1000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finds_a_needle_at_every_place(bool allowWide)
    {
        var finder = new NeedleFinder(["status=bounced", "reject: ", "é=x"], allowWide);
        for (var length = 8; length < 150; length++)
            for (var at = 0; at + 8 <= length; at++)
            {
                var data = Enumerable.Repeat((byte)'r', length).ToArray();
                "reject: "u8.CopyTo(data.AsSpan(at));
                Assert.InRange(finder.IndexIn(data), at, at + 7);
                data[at + 5] = (byte)'T';
                Assert.Equal(-1, finder.IndexIn(data));
            }
    }
}
