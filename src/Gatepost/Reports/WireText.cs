using System.Text;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Reports;

/// <summary>
/// A dialog as swaks writes one, which every mail administrator can read and every tool that reads swaks can, too:
/// <c> -&gt; </c> we, <c>&lt;-  </c> the server, <c>&lt;** </c> the server refusing, with <c>~</c> under TLS, <c>=== </c> what
/// happened to the connection, <c>*** </c> what went wrong with it.
/// </summary>
public static class WireText
{
    /// <summary>All lines of a dialog, each with its line end. What the server said is escaped.</summary>
    public static string Format(DialogResult dialog)
    {
        var text = new StringBuilder();
        foreach (var line in dialog.Wire) text.Append(Format(line)).Append('\n');
        return text.ToString();
    }

    /// <summary>One line, escaped and without a line end.</summary>
    public static string Format(WireLine line) => Mark(line.Kind) + Escape.Line(line.Text);

    private static string Mark(WireKind kind) => kind switch
    {
        WireKind.Client => " -> ",
        WireKind.Server => "<-  ",
        WireKind.Refusal => "<** ",
        WireKind.ClientTls => " ~> ",
        WireKind.ServerTls => "<~  ",
        WireKind.RefusalTls => "<~* ",
        WireKind.Fault => "*** ",
        _ => "=== ",
    };
}
