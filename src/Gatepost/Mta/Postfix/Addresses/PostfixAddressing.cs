using System.Buffers;
using Gatepost.Mta.Postfix.Restrictions;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>How Postfix reads envelope addresses: the SMTP server's syntax, then rewriting and resolving.</summary>
internal sealed class PostfixAddressing : Addressing
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+=&'*/?^{}~#$");

    private readonly AddressRules _rules;
    private readonly AddressResolver _resolver;
    private readonly ReplyText _badSender;
    private readonly ReplyText _badRecipient;
    private readonly Func<ResolvedAddress, bool> _givesUp;
    private readonly string? _verifySender;
    private readonly bool _isStrict;

    /// <summary>Makes the addressing of one listener.</summary>
    /// <param name="rules">The parameters of the rewriting service.</param>
    /// <param name="locality">What is local to the rewriting service; a fault where that cannot be told.</param>
    /// <param name="givesUp">Where the rewriting service does not come to look at the whole of an address.</param>
    /// <param name="server">The parameters of the SMTP server.</param>
    /// <param name="replies">Its replies.</param>
    public PostfixAddressing(AddressRules rules, Func<string, Answer> locality, Func<ResolvedAddress, bool> givesUp, PostfixSettings server, Replies replies)
    {
        (_rules, _givesUp) = (rules, givesUp);
        _resolver = new AddressResolver(rules, locality);
        _isStrict = server.IsYes("strict_rfc821_envelopes");
        _badSender = replies.Make(501, "5.1.7", "Bad sender address syntax");
        _badRecipient = replies.Make(501, "5.1.3", "Bad recipient address syntax");
        _verifySender = VerifySender(server.Get("address_verify_sender").Value.Trim('<', '>', ' '));
    }

    /// <inheritdoc/>
    public override bool TakesRoutesApart => true;

    /// <inheritdoc/>
    public override ResolvedAddress Sender(string written) => written.Length == 0
        ? new ResolvedAddress("", "", "")
        : Read(written, _badSender);

    /// <inheritdoc/>
    public override ResolvedAddress Recipient(string written)
    {
        var read = Read(written, _badRecipient);
        var isAlwaysAccepted = read.Problem is null
            && (read.Written.Equals("postmaster", StringComparison.OrdinalIgnoreCase) || (_verifySender is not null && read.Written.Equals(_verifySender, StringComparison.OrdinalIgnoreCase)));
        return isAlwaysAccepted ? read with { IsAlwaysAccepted = true } : read;
    }

    private ResolvedAddress Read(string written, ReplyText bad)
    {
        if (IsPlain(written, out var at)) return Made(written, written, at);
        var tokens = AddressTokens.Scan(written);
        var comments = tokens.RemoveAll(static t => t.Kind == AddressToken.Comment);
        // Closing brackets after the client's own do no harm.
        var end = tokens.FindLastIndex(static t => t.Kind != '>') + 1;
        tokens.RemoveRange(end, tokens.Count - end);
        if (tokens.Count > 0 && tokens[0].Kind == '@' && AddressRewriter.Find(tokens, ':') is > 0 and var colon && colon < tokens.Count - 1) tokens.RemoveRange(0, colon + 1);
        var address = AddressTokens.Internal(tokens);
        if (address.Length == 0 || (_isStrict && (comments > 0 || address[0] == '@')) || tokens.Exists(static t => t.Kind is '<' or '>' or ','))
            return new ResolvedAddress(address, address, "") { Problem = bad };
        var isResolved = _resolver.TryResolve(address, out var resolved);
        var made = Made(address, resolved, resolved.LastIndexOf('@'));
        if (isResolved && resolved.StartsWith('-') && !_rules.AllowsMinUser) isResolved = _givesUp(made);
        return isResolved ? made : made with { Problem = bad };
    }

    private static bool IsLower(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('A', 'Z') && System.Text.Ascii.IsValid(text);

    private static ResolvedAddress Made(string written, string resolved, int at)
    {
        var address = IsLower(resolved) ? resolved : resolved.ToLowerInvariant();
        var routing = address.AsSpan().IndexOfAny('@', '!', '%');
        return new ResolvedAddress(address, at < 0 ? address : address[..at], at < 0 ? "" : address[(at + 1)..])
        {
            Written = written,
            Cased = resolved,
            IsRouted = at >= 0 && routing != at,
        };
    }

    // Most addresses need no taking apart: nothing in them is quoted or asks to be routed, and the domain is complete.
    private static bool IsPlain(string written, out int at)
    {
        at = written.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == written.Length - 1) return false;
        var local = written.AsSpan(0, at);
        var domain = written.AsSpan(at + 1);
        return local.IndexOfAnyExcept(Plain) < 0 && local[0] is not ('.' or '-') && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
            && domain.Contains('.') && HostSyntax.IsHostName(domain);
    }

    private string? VerifySender(string sender)
    {
        if (sender.Length == 0) return null;
        var tokens = AddressTokens.Scan(sender);
        new AddressRewriter(_rules).Rewrite(tokens);
        return AddressTokens.Internal(tokens);
    }
}
