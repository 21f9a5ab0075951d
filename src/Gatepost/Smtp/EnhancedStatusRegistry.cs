using System.Collections.Frozen;

namespace Gatepost.Smtp;

/// <summary>
/// The IANA registry of SMTP enhanced status codes (RFC 5248). Codes that vendors made up (Microsoft's 5.7.64) are not in it.
/// </summary>
public static class EnhancedStatusRegistry
{
    private static readonly string[] Subjects =
    [
        "other or undefined", "addressing", "mailbox", "mail system", "network and routing", "mail delivery protocol",
        "message content or media", "security or policy",
    ];

    private static readonly FrozenDictionary<(int Subject, int Detail), StatusMeaning> Meanings = Read(
        """
        0.0 3463 Other undefined status
        1.0 3463 Other address status
        1.1 3463 Bad destination mailbox address
        1.2 3463 Bad destination system address
        1.3 3463 Bad destination mailbox address syntax
        1.4 3463 Destination mailbox address ambiguous
        1.5 3463 Destination address valid
        1.6 3463 Destination mailbox has moved, no forwarding address
        1.7 3463 Bad sender's mailbox address syntax
        1.8 3463 Bad sender's system address
        1.9 3886 Message relayed to non-compliant mailer
        1.10 7505 Recipient address has null MX
        2.0 3463 Other or undefined mailbox status
        2.1 3463 Mailbox disabled, not accepting messages
        2.2 3463 Mailbox full
        2.3 3463 Message length exceeds administrative limit
        2.4 3463 Mailing list expansion problem
        3.0 3463 Other or undefined mail system status
        3.1 3463 Mail system full
        3.2 3463 System not accepting network messages
        3.3 3463 System not capable of selected features
        3.4 3463 Message too big for system
        3.5 3463 System incorrectly configured
        3.6 6710 Requested priority was changed
        4.0 3463 Other or undefined network or routing status
        4.1 3463 No answer from host
        4.2 3463 Bad connection
        4.3 3463 Directory server failure
        4.4 3463 Unable to route
        4.5 3463 Mail system congestion
        4.6 3463 Routing loop detected
        4.7 3463 Delivery time expired
        5.0 3463 Other or undefined protocol status
        5.1 3463 Invalid command
        5.2 3463 Syntax error
        5.3 3463 Too many recipients
        5.4 3463 Invalid command arguments
        5.5 3463 Wrong protocol version
        5.6 4954 Authentication exchange line is too long
        6.0 3463 Other or undefined media error
        6.1 3463 Media not supported
        6.2 3463 Conversion required and prohibited
        6.3 3463 Conversion required but not supported
        6.4 3463 Conversion with loss performed
        6.5 3463 Conversion failed
        6.6 4468 Message content not available
        6.7 6531 Non-ASCII addresses not permitted for that sender or recipient
        6.8 6531 UTF-8 string reply is required, but not permitted by the SMTP client
        6.9 6531 UTF-8 header message cannot be transferred to one or more recipients
        6.10 6531 UTF-8 string reply is required, but not permitted by the SMTP client (deprecated: a duplicate of X.6.8)
        7.0 3463 Other or undefined security status
        7.1 3463 Delivery not authorized, message refused
        7.2 3463 Mailing list expansion prohibited
        7.3 3463 Security conversion required but not possible
        7.4 3463 Security features not supported
        7.5 3463 Cryptographic failure
        7.6 3463 Cryptographic algorithm not supported
        7.7 3463 Message integrity failure
        7.8 4954 Authentication credentials invalid
        7.9 4954 Authentication mechanism is too weak
        7.10 5248 Encryption needed
        7.11 4954 Encryption required for requested authentication mechanism
        7.12 4954 A password transition is needed
        7.13 5248 User account disabled
        7.14 5248 Trust relationship required
        7.15 6710 Priority level is too low
        7.16 6710 Message is too big for the specified priority
        7.17 7293 Mailbox owner has changed
        7.18 7293 Domain owner has changed
        7.19 7293 RRVS test cannot be completed
        7.20 7372 No passing DKIM signature found
        7.21 7372 No acceptable DKIM signature found
        7.22 7372 No valid author-matched DKIM signature found
        7.23 7372 SPF validation failed
        7.24 7372 SPF validation error
        7.25 7372 Reverse DNS validation failed
        7.26 7372 Multiple authentication checks failed
        7.27 7505 Sender address has null MX
        7.28 IANA Mail flood detected
        7.29 8617 ARC validation failure
        7.30 8689 REQUIRETLS support required
        """);

    /// <summary>All registered subject and detail pairs with their meaning.</summary>
    public static IReadOnlyDictionary<(int Subject, int Detail), StatusMeaning> All => Meanings;

    /// <summary>The meaning of a registered code, whatever its class; null where it is not registered.</summary>
    public static StatusMeaning? Find(EnhancedStatus status) =>
        Meanings.TryGetValue((status.Subject, status.Detail), out var meaning) ? meaning : null;

    /// <summary>What every code of a subject is about (RFC 3463 section 3): <c>security or policy</c> for X.7.X; null above 7.</summary>
    public static string? FindSubject(int subject) => subject >= 0 && subject < Subjects.Length ? Subjects[subject] : null;

    private static FrozenDictionary<(int, int), StatusMeaning> Read(string table)
    {
        var meanings = new Dictionary<(int, int), StatusMeaning>();
        foreach (var line in table.Split('\n'))
        {
            var parts = line.Split(' ', 3);
            var code = parts[0].Split('.');
            var source = parts[1] == "IANA" ? "IANA registry" : "RFC " + parts[1];
            meanings[(int.Parse(code[0]), int.Parse(code[1]))] = new StatusMeaning(parts[2].TrimEnd('\r'), source);
        }

        return meanings.ToFrozenDictionary();
    }
}
