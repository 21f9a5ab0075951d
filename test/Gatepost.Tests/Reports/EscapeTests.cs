using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

public sealed class EscapeTests
{
    [Theory]
    [InlineData("plain <a@example.org>: denied", "plain <a@example.org>: denied")]
    [InlineData("\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m")]
    [InlineData("\u001b]8;;http://example.org\u0007x", "\\u{1b}]8;;http://example.org\\u{7}x")]
    [InlineData("a\tb\r\nc", "a b\\u{d}\\u{a}c")]
    [InlineData("\u009b31m", "\\u{9b}31m")]
    [InlineData("x\u202egnp", "x\\u{202e}gnp")]
    [InlineData("a\u200bb\ufeff\u00ad", "a\\u{200b}b\\u{feff}\\u{ad}")]
    [InlineData("日本語 é 😀", "日本語 é 😀")]
    [InlineData("\U000e0041", "\\u{e0041}")]
    public void A_line_shows_what_it_must_not_pass_on(string text, string expected) => Assert.Equal(expected, Escape.Line(text));

    [Fact]
    public void Half_a_character_is_shown_as_what_it_is() => Assert.Equal("\\u{d800}x", Escape.Line("\ud800x"));

    [Fact]
    public void Html_is_text() =>
        Assert.Equal("&lt;b a=&quot;1&quot;&gt;&#39;&amp;\\u{1b}", Escape.Html("<b a=\"1\">'&\u001b"));

    [Theory]
    [InlineData("a*b_c", "a\\*b\\_c")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("[x](y)", "\\[x\\](y)")]
    public void Markdown_is_text(string text, string expected) => Assert.Equal(expected, Escape.Markdown(text));

    [Theory]
    [InlineData("550 denied", "`550 denied`")]
    [InlineData("a ``b`` c", "``` a ``b`` c ```")]
    public void Markdown_code_cannot_be_left(string text, string expected) => Assert.Equal(expected, Escape.MarkdownCode(text));

    private const string Nasty = "\u001b\u202e\u2066\u200f\u200b\0\u009b\ud800\udc00\u2028`<a \"\\\n";

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 40].Select(static c => new string(c)),
        Gen.Int[0, Nasty.Length - 1].Select(static i => Nasty[i]).Array[0, 30].Select(static c => new string(c)));

    internal static void AssertClean(string output, bool lines)
    {
        foreach (var rune in output.EnumerateRunes())
        {
            if (lines && rune.Value == '\n') continue;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                Assert.Fail($"U+{rune.Value:X4} in {output}");
        }
    }

    [Fact]
    public void Nothing_unsafe_ever_comes_out() => Text.Sample(static text =>
    {
        AssertClean(Escape.Line(text), lines: false);
        AssertClean(Escape.Line(text, 7), lines: false);
        AssertClean(Escape.Html(text), lines: false);
        AssertClean(Escape.Markdown(text), lines: false);
        AssertClean(Escape.MarkdownCode(text), lines: false);
        AssertClean(Escape.Json(text), lines: false);
    });

    [Fact]
    public void Reports_show_nothing_unsafe_whatever_the_refusal_holds() => Text.Sample(static text =>
    {
        var diagnosis = Samples.AllHostile(text);
        var output = new StringBuilder();
        AdminReport.Write(diagnosis, new ReportStyle { Verbose = true }, output);
        ClientReport.Write(diagnosis, ReportStyle.Default, output);
        HtmlReport.Write([diagnosis], output);
        var overview = new Overview();
        overview.Add(diagnosis);
        OverviewReport.Write(overview, ReportStyle.Default, output);
        AssertClean(output.ToString(), lines: true);

        using var json = new JsonReport();
        var bytes = new ArrayBufferWriter<byte>();
        json.Write(diagnosis, bytes);
        AssertClean(Encoding.UTF8.GetString(bytes.WrittenSpan), lines: true);
    }, iter: 100);

    [Fact]
    public void Json_comes_back_as_it_went_in() => Text.Sample(static text =>
    {
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, JsonDocument.Parse(Escape.Json(text)).RootElement.GetString());
    });

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    [InlineData("…·é", 3)]
    [InlineData("ｱ", 1)]
    [InlineData("Ａ", 2)]
    public void Widths_are_columns(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));
}
