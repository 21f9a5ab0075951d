using System.Text;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>What a running server said to the attempt that an audit put to it.</summary>
public static class ConfirmationReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="asked">The attempt as it was made.</param>
    /// <param name="expected">What the configuration decides on it.</param>
    /// <param name="reply">What the server said.</param>
    /// <param name="agrees">True where the two go together.</param>
    /// <param name="isWitness">True where the server took the client's address from XCLIENT, so that the attempt is the audit's own.</param>
    /// <param name="style">How it is to look.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string server, Attempt asked, Decision expected, Reply reply, bool agrees, bool isWitness, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        page.Entry("server", Page.Indent, $"{server} says {reply}", ink: Ink.Strong);
        page.Entry("", Page.Indent, $"to client {DecisionWords.Client(asked)}{(isWitness ? " (by XCLIENT)" : ", this machine")}, from {DecisionWords.Path(asked.MailFrom)} to {DecisionWords.Path(asked.RcptTo)}");
        page.Entry("", Page.Indent, agrees ? "The configuration says the same." : $"The configuration says otherwise: {Relay.Questions.DecisionLine.Write(expected)}. Does the server run with another one?",
            ink: agrees ? Ink.Good : Ink.Bad);
    }
}
