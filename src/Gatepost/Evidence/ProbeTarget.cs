using System.Diagnostics.CodeAnalysis;
using Gatepost.Smtp;

namespace Gatepost.Evidence;

/// <summary>What is to be probed: a domain's mail, one recipient, or one server. At least one of the three is there.</summary>
/// <param name="Text">The target as the user wrote it.</param>
public sealed record ProbeTarget(string Text)
{
    /// <summary>The domain whose mail it is about, in A-labels, lower case; null where only a server is named.</summary>
    public string? Domain { get; init; }

    /// <summary>The recipient to ask for, its domain in A-labels; null for none in particular.</summary>
    public string? Recipient { get; init; }

    /// <summary>The server to ask; null where the DNS is to name it.</summary>
    public ProbeServer? Server { get; init; }

    /// <summary>Reads a domain, an address, or a host that is a server by its form: <c>host:port</c> or an IP address. A bare name is a domain.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ProbeTarget? target, out ParseProblem problem)
    {
        target = null;
        if (string.IsNullOrWhiteSpace(text)) return Fail("a domain, an address or a host is expected", 0, out problem);
        if (Unsafe(text) is >= 0 and var at) return Fail("a target holds no blanks or control characters", at, out problem);
        if (text.Contains('@', StringComparison.Ordinal)) return TryRecipient(text, new ProbeTarget(text), out target, out problem);
        if (text.AsSpan().ContainsAny(":[/") || DomainName.Parse(text) is not { } name)
        {
            if (text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
                return Fail("this looks like a URL or a path; give the domain alone, or a list with --bulk FILE", slash, out problem);
            if (!ProbeServer.TryParse(text, out var server, out problem)) return false;
            target = new ProbeTarget(text) { Server = server };
            return true;
        }

        problem = default;
        target = new ProbeTarget(text) { Domain = name.Ascii };
        return true;
    }

    /// <summary>The same target with another recipient; the server stays.</summary>
    public bool TryWithRecipient(string recipient, [NotNullWhen(true)] out ProbeTarget? target, out ParseProblem problem) =>
        TryRecipient(recipient, this, out target, out problem);

    // Letters that end a line would end the command (RFC 5321 section 2.3.8); no address needs a blank here.
    private static int Unsafe(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsControl(text[i]) || char.IsWhiteSpace(text[i])) return i;
        return -1;
    }

    private static bool TryRecipient(string text, ProbeTarget bare, [NotNullWhen(true)] out ProbeTarget? target, out ParseProblem problem)
    {
        target = null;
        if (Unsafe(text) is >= 0 and var at) return Fail("an address holds no blanks or control characters", at, out problem);
        if (!Mailbox.TryParse(text, out var mailbox, out problem)) return false;
        if (mailbox.Form == AddressForm.Literal)
        {
            var literal = text.LastIndexOf('[');
            if (!ProbeServer.TryParse(mailbox.Domain, out var named, out problem))
            {
                problem = problem with { Position = literal + problem.Position };
                return false;
            }

            target = bare with { Recipient = mailbox.ToString(), Server = bare.Server ?? named };
            return true;
        }

        if (mailbox.DomainName is not { } domain) return Fail("an address needs a domain, as in pat@example.net", text.Length, out problem);
        if (!mailbox.IsQuoted && mailbox.LocalPart.Contains('@', StringComparison.Ordinal) && mailbox.Form is AddressForm.Ordinary or AddressForm.Nested)
            return Fail("an address has one @ only", text.IndexOf('@', text.IndexOf('@', StringComparison.Ordinal) + 1), out problem);
        if (mailbox.Form != AddressForm.Ordinary)
            return Fail("this address asks a server to pass mail on; only the operator may try that, with --relay-test", Math.Max(0, text.AsSpan().IndexOfAny("%!:@")), out problem);
        target = bare with { Domain = domain.Ascii, Recipient = $"{mailbox.LocalPart}@{domain.Ascii}" };
        return true;
    }

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
