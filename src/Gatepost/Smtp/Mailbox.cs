using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Smtp;

/// <summary>
/// An envelope address: Reverse-path or Forward-path of RFC 5321 section 4.1.2, with RFC 6531's letters beyond ASCII. Reads what
/// servers meet, not only what they should: repeated dots, long local parts and nested addresses are read and told by
/// <see cref="Form"/>. <c>TryParse(mailbox.ToString())</c> gives an equal mailbox.
/// </summary>
/// <param name="LocalPart">The local part as written, with its quotation marks; empty for the null sender.</param>
/// <param name="Domain">The domain or address literal as written; null where there is none.</param>
/// <param name="Route">The source route as written, <c>@a,@b</c>; null where there is none.</param>
/// <param name="Form">How it asks to be routed.</param>
public sealed record Mailbox(string LocalPart, string? Domain, string? Route, AddressForm Form)
{
    /// <summary>The null sender.</summary>
    public static Mailbox Null { get; } = new("", null, null, AddressForm.Null);

    /// <summary>The domain as a name; null for literals and where there is none.</summary>
    public DomainName? DomainName { get; } = DomainName.Parse(Domain);

    /// <summary>The local part without quotation marks and backslashes.</summary>
    public string UnquotedLocalPart => MailboxParser.Unquote(LocalPart);

    /// <summary>True where the local part is in quotation marks.</summary>
    public bool IsQuoted => LocalPart.StartsWith('"');

    /// <summary>True where letters beyond ASCII make SMTPUTF8 (RFC 6531) necessary, or U-labels are written in the domain.</summary>
    public bool IsInternationalised => !System.Text.Ascii.IsValid(LocalPart) || (Domain is not null && !System.Text.Ascii.IsValid(Domain));

    /// <summary>Reads an address; null where the text is none.</summary>
    public static Mailbox? Parse(string? text) => TryParse(text, out var mailbox, out _) ? mailbox : null;

    /// <summary>Reads an address, bare or in angle brackets. Empty text is the null sender.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox, out ParseProblem problem) =>
        MailboxParser.TryParse(text ?? "", out mailbox, out problem);

    /// <summary>The address, bare; <c>&lt;&gt;</c> for the null sender.</summary>
    public override string ToString() =>
        Form == AddressForm.Null ? "<>" : (Route is null ? "" : Route + ":") + LocalPart + (Domain is null ? "" : "@" + Domain);
}
