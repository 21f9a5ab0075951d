using CsCheck;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

/// <summary>One pass for all phrases must find what a search for each of them does.</summary>
public sealed class WordTableTests
{
    private static readonly string[] s_pieces = ["has been", "HAS BEEN delayed", "been delayed", "-", " ", "\n", "é", "É", "noch nicht", "退信です", "[DATA]", "[data", "data]", "no", "not", "note"];

    private static readonly string[] s_phrases = ["has been delayed", "been", "note", "not", "[data]", "établi", "退信です", "noch nicht zugestellt"];

    [Fact]
    public void FindsEachPhraseWhereASearchForItDoes()
    {
        var set = new WordTable(s_phrases);
        string[] pieces = [.. s_pieces, .. s_phrases];
        Gen.Int[0, pieces.Length - 1].Array[0, 12].Sample(chosen =>
        {
            var text = string.Concat(chosen.Select(i => pieces[i]));
            var found = new int[set.Count];
            var any = set.FindAll(text, found);
            var wanted = Array.ConvertAll(s_phrases, p => text.IndexOf(p, StringComparison.OrdinalIgnoreCase));
            var first = wanted.Where(static i => i >= 0).DefaultIfEmpty(-1).Min();
            return found.SequenceEqual(wanted) && any == first >= 0 && set.IsIn(text) == any
                && set.IndexIn(text, out var phrase) == first && phrase == (any ? Array.IndexOf(wanted, first) : -1);
        });
    }

    [Fact]
    public void FindsPhrasesOfTwoCharacters() => Assert.True(new WordTable("遅延", "delayed").IsIn("配送遅延のお知らせ"));

    [Theory]
    [InlineData("Diagnostic INFORMATION", "information", 11)]
    [InlineData("aab", "AB", 1)]
    [InlineData("", "a", -1)]
    [InlineData("a", "ab", -1)]
    [InlineData("ÄÖ", "ö", 1)]
    [InlineData("abc", "", 0)]
    public void SearchesWithoutMindingCase(string text, string words, int at) => Assert.Equal(at, text.AsSpan().IndexOfIgnoreCase(words));
}
