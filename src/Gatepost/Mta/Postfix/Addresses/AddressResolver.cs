using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>
/// Finds out where an address leads, as trivial-rewrite's resolve module does: local domains are taken off as long as the local part names another.
/// </summary>
/// <param name="rules">The parameters.</param>
/// <param name="locality">Yes for a domain in mydestination and a literal of an own address; a fault where mydestination is broken.</param>
internal sealed class AddressResolver(AddressRules rules, Func<string, Answer> locality)
{
    private readonly AddressRewriter _rewriter = new(rules);

    /// <summary>
    /// Rewrites and resolves an address in its internal form; false where Postfix calls it an error. Where mydestination is broken it gives up before it looks.
    /// </summary>
    public bool TryResolve(string address, out string resolved)
    {
        var tokens = AddressTokens.Scan(AddressTokens.QuoteLocalPart(address));
        _rewriter.Rewrite(tokens);
        resolved = Strip(AddressTokens.Scan(AddressTokens.QuoteLocalPart(AddressTokens.Internal(tokens))), address.Length + 100, out var isBroken);
        if (isBroken) return true;
        var domain = resolved.AsSpan(resolved.LastIndexOf('@') + 1);
        if (domain.StartsWith("[")) return HostSyntax.IsLiteral(domain);
        if (HostSyntax.IsHostName(domain)) return true;
        if (!rules.ResolvesNumericDomain || !HostSyntax.IsAddress(domain)) return false;
        resolved = string.Concat(resolved.AsSpan(0, resolved.Length - domain.Length), "[", domain, "]");
        return true;
    }

    private string Strip(List<AddressToken> tokens, int most, out bool isBroken)
    {
        isBroken = false;
        List<AddressToken>? saved = null;
        for (var round = 0; ; round++)
        {
            if (round > most) return AddressTokens.Internal(tokens) is var text && text.Contains('@', StringComparison.Ordinal) ? text : $"{text}@{rules.MyHostName}";
            StripTail(tokens);
            if (AddressRewriter.FindLast(tokens, '@') is >= 0 and var at)
            {
                var domain = tokens.GetRange(at, tokens.Count - at);
                var found = domain.Count > 1 ? locality(AddressTokens.Internal(domain.GetRange(1, domain.Count - 1))) : Answer.Yes;
                isBroken = found.IsFault;
                if (!found.IsYes) return AddressTokens.Internal(tokens);
                tokens.RemoveRange(at, domain.Count);
                saved = domain;
            }

            if (IsRouted(tokens) || Open(tokens))
            {
                _rewriter.Rewrite(tokens);
                continue;
            }

            if (tokens.Count == 1 && tokens[0] is { Kind: AddressToken.Quoted, Text: "" }) tokens.Clear();
            var isComplete = tokens.Count > 0 && saved is not null;
            // The substitutes for what is missing are resolved in their turn.
            if (tokens.Count == 0) tokens.AddRange(AddressTokens.Scan(rules.EmptyAddressRecipient));
            else tokens.AddRange(saved ?? [AddressToken.Operator('@'), .. AddressTokens.Scan(rules.MyHostName)]);
            if (isComplete) return AddressTokens.Internal(tokens);
        }
    }

    // A final dot of the domain, but not two; and where it is asked for, a final @.
    private void StripTail(List<AddressToken> tokens)
    {
        if (tokens.Count > 1 && tokens[^1].Kind == '.' && tokens[^2].Kind != '.' && AddressRewriter.FindLast(tokens, '@') >= 0) tokens.RemoveAt(tokens.Count - 1);
        if (rules.ResolvesNullDomain && tokens.Count > 0 && tokens[^1].Kind == '@') tokens.RemoveAt(tokens.Count - 1);
    }

    private bool IsRouted(List<AddressToken> tokens) =>
        AddressRewriter.FindLast(tokens, '@') >= 0
        || (rules.SwapsBangPath && AddressRewriter.FindLast(tokens, '!') >= 0)
        || (rules.AllowsPercentHack && AddressRewriter.FindLast(tokens, '%') >= 0);

    // A quoted local part that names another domain is cracked open.
    private bool Open(List<AddressToken> tokens)
    {
        if (!rules.ResolvesDequoted || tokens.Count != 1 || tokens[0].Kind != AddressToken.Quoted) return false;
        var local = tokens[0].Text;
        var at = local.LastIndexOf('@');
        if (at < 0 && rules.AllowsPercentHack && local.LastIndexOf('%') is >= 0 and var percent)
        {
            at = percent;
            local = $"{local[..at]}@{local[(at + 1)..]}";
        }

        if (at < 0 && !(rules.SwapsBangPath && local.Contains('!', StringComparison.Ordinal))) return false;
        tokens.Clear();
        tokens.AddRange(AddressTokens.Scan(at < 0 ? local : AddressTokens.QuoteLocalPart(local)));
        return tokens.Count > 0;
    }
}
