using System.Text.RegularExpressions;
using Gatepost.Relay.Proof.Regular;
using Gatepost.Tests.Relay.Proof.Support;

namespace Gatepost.Tests.Relay.Proof.Regular;

public class PatternAutomatonTests
{
    private static readonly string[] Pieces =
        ["a", "b", "K", "k", ".", "\\.", "[ab]", "[^a]", "[a-c@]", "\\d", "\\w", "\\S", "^", "$", "(a|bc)", "(?:ab)", "(?i:B)", "(?<n>c)", "a*", "b+?", "c?", "[a.]{2}", "(ab){1,2}", "(a|)*", "x{0,3}", "(?i)", "\\x61", "\\A", "\\z", "(b*)*", "|", "@", "-", "_", "é"];

    private static readonly char[] Letters = ['a', 'b', 'c', 'A', 'B', 'k', 'K', '\u212a', '.', '@', '1', '-', ' ', 'é', 'É', 'x'];

    [Fact]
    public void It_agrees_with_the_engine_on_random_patterns_and_texts()
    {
        var random = new Random(7);
        var matched = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var pattern = string.Concat(random.Some(1, 7, () => random.Of(Pieces)));
            var ignoreCase = random.Once(2);
            Regex regex;
            try
            {
                regex = new Regex(pattern, RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
            }
            catch (ArgumentException)
            {
                continue;
            }

            var node = PatternParser.Parse(pattern, ignoreCase);
            Assert.True(node is not null, pattern);
            var alphabet = new Alphabet(PatternAutomaton.Sets(node), ".@");
            var automaton = new PatternAutomaton(node, alphabet);
            for (var j = 0; j < 40; j++)
            {
                var text = string.Concat(random.Some(0, 6, () => random.Of(Letters)));
                var matches = regex.IsMatch(text);
                matched += matches ? 1 : 0;
                Assert.True(matches == Reads(automaton, alphabet, text), $"/{pattern}/{(ignoreCase ? "i" : "")} on '{text}'");
            }
        }

        Assert.InRange(matched, 5_000, 100_000);
    }

    [Fact]
    public void A_literal_has_the_letters_that_the_engine_takes_for_it()
    {
        for (var c = ' '; c < 127; c++)
        {
            var ours = CharSet.Literal(c, ignoreCase: true);
            var regex = new Regex($"^{Regex.Escape(c.ToString()).Replace("]", "\\]", StringComparison.Ordinal)}\\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
            for (var other = 0; other < 65536; other++)
                Assert.True(ours.Contains(other) == regex.IsMatch(((char)other).ToString()), $"{c} {other:x}");
        }
    }

    [Theory]
    [InlineData("a(?=b)")]
    [InlineData("(?<!a)b")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\bspam")]
    [InlineData("(?>a*)b")]
    [InlineData("(?(1)a|b)")]
    public void What_is_not_regular_is_not_taken_apart(string pattern) => Assert.Null(PatternParser.Parse(pattern, false));

    [Fact]
    public void A_pattern_that_needs_too_many_states_is_given_up()
    {
        // Backwards, this remembers the last twenty characters read.
        var node = PatternParser.Parse("a.{20}[ab]*$|^[ab]{20}a", false)!;
        var alphabet = new Alphabet(PatternAutomaton.Sets(PatternParser.Parse("[ab]{18}a", false)!).Concat(PatternAutomaton.Sets(node)), []);
        var automaton = new PatternAutomaton(PatternParser.Parse("(a|b){200}(a|b){2000}(a{2000}){2000}", false)!, new Alphabet(PatternAutomaton.Sets(PatternParser.Parse("(a|b)a", false)!), []));
        Assert.True(automaton.IsTooLarge);
        Assert.False(new PatternAutomaton(node, alphabet).IsTooLarge);
    }

    private static bool Reads(PatternAutomaton automaton, Alphabet alphabet, string text) =>
        automaton.Accepts(text.Reverse().Aggregate(automaton.Start, (state, c) => automaton.Next(state, alphabet.Class(c))));
}
