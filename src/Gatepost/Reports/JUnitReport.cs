using System.Text;
using System.Xml;
using Gatepost.Audits;

namespace Gatepost.Reports;

/// <summary>Assertions as a JUnit file, for continuous integration: a case for each question that has an expectation, and for each claim.</summary>
public static class JUnitReport
{
    /// <summary>The file's text. A claim that could be neither proved nor refuted fails, and says so.</summary>
    public static string Write(string suite, IReadOnlyList<AssertionResult> results)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Escape.Line(suite));
            xml.WriteAttributeString("tests", XmlConvert.ToString(results.Count));
            xml.WriteAttributeString("failures", XmlConvert.ToString(results.Count(static r => r.Holds != true)));
            foreach (var result in results) Case(xml, suite, result);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Case(XmlWriter xml, string suite, AssertionResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Escape.Line(suite));
        xml.WriteAttributeString("name", Escape.Line($"{result.Question.Line}: {result.Question.Text.Trim()}"));
        if (result.Holds != true)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", result.Holds is null ? "undetermined" : "otherwise");
            xml.WriteAttributeString("message", Escape.Line(result.Said));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
