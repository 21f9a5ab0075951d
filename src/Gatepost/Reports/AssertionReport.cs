using System.Buffers;
using System.Text;
using Gatepost.Audits;

namespace Gatepost.Reports;

/// <summary>What became of assertions, as text and as JSON lines.</summary>
public static class AssertionReport
{
    /// <summary>Appends the report: what fails first in full, then the count.</summary>
    public static void Write(string file, IReadOnlyList<AssertionResult> results, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        var holding = results.Count(static r => r.Holds == true);
        page.Entry("", 0, $"{file}: {holding} of {results.Count} hold", ink: holding == results.Count ? Ink.Good : Ink.Bad);
        foreach (var result in results)
        {
            if (result.Holds == true && !style.Verbose) continue;
            var (lead, ink) = result.Holds switch { true => ("holds", Ink.Good), false => ("fails", Ink.Bad), _ => ("open", Ink.Caution) };
            page.Entry(lead, Page.Indent, result.Question.Text.Trim(), $"{file}:{result.Question.Line}", ink);
            page.Entry("", Page.Indent, result.Said, result.Listener);
        }
    }

    /// <summary>Appends one object a line (docs/schema/assertion-1.json).</summary>
    public static void Write(IReadOnlyList<AssertionResult> results, IBufferWriter<byte> output)
    {
        using var json = JsonText.NewWriter();
        foreach (var result in results)
        {
            json.Reset(output);
            json.WriteStartObject();
            json.WriteString("schema"u8, "gatepost.assertion/1");
            json.WriteNumber("line"u8, result.Question.Line);
            json.Text("question"u8, result.Question.Text.Trim());
            json.Truth("holds"u8, result.Holds);
            json.Text("said"u8, result.Said);
            json.Text("listener"u8, result.Listener);
            json.EndLine(output);
        }
    }
}
