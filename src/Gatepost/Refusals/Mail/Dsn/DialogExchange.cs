using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>One reply of a quoted SMTP dialog, with what stood before it.</summary>
/// <param name="Host">Who replied, from "while talking to"; null where it is not told.</param>
/// <param name="Command">The command, from <c>&gt;&gt;&gt;</c>; null where the reply came without one (a greeting).</param>
/// <param name="Reply">The lines after <c>&lt;&lt;&lt;</c>, as they stand, joined by LF.</param>
/// <param name="Result">What the reporter says of it in the lines after, joined by LF; empty where it says nothing.</param>
internal sealed record DialogExchange(string? Host, string? Command, string Reply, string Result)
{
    /// <summary>True for a reply of 400 and above.</summary>
    public bool IsRefusal => Reply.Length > 2 && Reply[0] is '4' or '5';

    /// <summary>The stage at which the reply was given.</summary>
    public SmtpPhase Phase => Command is null ? SmtpPhase.Connect : PhaseWords.OfCommand(Command);
}
