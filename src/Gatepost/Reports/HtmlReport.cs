using System.Text;
using Gatepost.Diagnoses;

namespace Gatepost.Reports;

/// <summary>
/// The client's text as one HTML page that needs nothing else: no script, no font, no picture, nothing loaded from
/// anywhere, and a policy in the page that forbids it. Prints on paper; follows the reader's dark or light setting.
/// </summary>
public static class HtmlReport
{
    /// <summary>The page of one or more diagnoses; its last line ends in a line feed.</summary>
    public static void Write(IReadOnlyList<Diagnosis> diagnoses, StringBuilder output)
    {
        Begin(output);
        foreach (var diagnosis in diagnoses) Article(ClientText.Of(diagnosis), output);
        End(output);
    }

    /// <summary>What stands before the first message.</summary>
    public static void Begin(StringBuilder output) => output.Append(Head);

    /// <summary>One message's part of the page.</summary>
    public static void Article(Diagnosis diagnosis, StringBuilder output) => Article(ClientText.Of(diagnosis), output);

    /// <summary>What stands after the last message.</summary>
    public static void End(StringBuilder output) => output.Append("</main>\n</body>\n</html>\n");

    private static void Article(ClientText text, StringBuilder output)
    {
        output.Append("<article>\n");
        Element(output, "h1", text.Headline);
        Element(output, "h2", ClientText.HeadingWhy);
        Element(output, "p", text.Why);
        Element(output, "h2", ClientText.HeadingWho);
        Element(output, "p", text.Who);
        Element(output, "h2", ClientText.HeadingSteps);
        output.Append("<ol>\n");
        foreach (var step in text.Steps) Element(output, "li", step);
        output.Append("</ol>\n");
        Element(output, "p", text.Reassurance);
        output.Append("<footer>\n");
        Element(output, "p", text.Help);
        if (text.ForThem.Count > 0) Element(output, "p", string.Join(' ', text.ForThem));
        var raw = text.RawSource.Length > 0 ? Escape.Html(text.Raw) + "\n" + Escape.Html(text.RawSource) : Escape.Html(text.Raw);
        output.Append("<pre>").Append(raw).Append("</pre>\n</footer>\n</article>\n");
    }

    private static void Element(StringBuilder output, string name, string text) =>
        output.Append('<').Append(name).Append('>').Append(Escape.Html(text)).Append("</").Append(name).Append(">\n");

    private const string Head =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>Why a message was not delivered</title>
        <style>
        :root { color-scheme: light dark }
        body { margin: 2rem auto; padding: 0 1rem; max-width: 40rem; font: 1rem/1.5 system-ui, sans-serif }
        h1 { font-size: 1.3rem; overflow-wrap: anywhere }
        h2 { font-size: 1rem; margin: 1.2rem 0 0 }
        p, ol { margin: .3rem 0; overflow-wrap: anywhere }
        article + article { margin-top: 2rem; border-top: 1px solid; padding-top: 1rem }
        footer { margin-top: 1.5rem; border-top: 1px solid; padding-top: .5rem; font-size: .9rem }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.4 ui-monospace, monospace }
        @media print { body { margin: 0; max-width: none } article { break-inside: avoid } }
        </style>
        </head>
        <body>
        <main>

        """;
}
