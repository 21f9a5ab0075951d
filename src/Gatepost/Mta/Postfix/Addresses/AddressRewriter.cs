namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>Rewrites an address to <c>user@domain</c> form, in the local context, as trivial-rewrite's rewrite module does.</summary>
internal sealed class AddressRewriter(AddressRules rules)
{
    /// <summary>Rewrites tokens in place.</summary>
    public void Rewrite(List<AddressToken> tokens)
    {
        if (tokens.Count == 0 || (tokens.Count == 1 && tokens[0] is { Kind: AddressToken.Quoted, Text: "" })) return;
        if (tokens.Count == 1 && tokens[0].Kind == '@')
        {
            tokens[0] = new AddressToken(AddressToken.Quoted, "");
            return;
        }

        if (tokens[0].Kind == '@' && Find(tokens, ':') is > 0 and var colon && colon != tokens.Count - 1) tokens.RemoveRange(0, colon + 1);
        if (FindLast(tokens, '@') < 0) GiveDomain(tokens);
        if (rules.AppendsDotMyDomain && rules.MyDomain.Length > 0 && FindLast(tokens, '@') is >= 0 and var at && at != tokens.Count - 1
            && Find(tokens, AddressToken.Literal, at) < 0 && Find(tokens, '.', at) < 0)
        {
            tokens.Add(AddressToken.Operator('.'));
            tokens.AddRange(AddressTokens.Scan(rules.MyDomain));
        }

        if (tokens.Count > 1 && tokens[^1].Kind == '.' && tokens[^2].Kind is not ('.' or '@')) tokens.RemoveAt(tokens.Count - 1);
    }

    public static int Find(List<AddressToken> tokens, char kind, int from = 0)
    {
        for (var i = from; i < tokens.Count; i++)
            if (tokens[i].Kind == kind) return i;
        return -1;
    }

    public static int FindLast(List<AddressToken> tokens, char kind)
    {
        var i = tokens.Count - 1;
        while (i >= 0 && tokens[i].Kind != kind) i--;
        return i;
    }

    private void GiveDomain(List<AddressToken> tokens)
    {
        if (rules.SwapsBangPath && Find(tokens, '!') is >= 0 and var bang)
        {
            var domain = tokens.GetRange(0, bang);
            tokens.RemoveRange(0, bang + 1);
            tokens.Add(AddressToken.Operator('@'));
            tokens.AddRange(domain);
        }
        else if (rules.AllowsPercentHack && FindLast(tokens, '%') is >= 0 and var percent)
        {
            tokens[percent] = AddressToken.Operator('@');
        }
        else if (rules.AppendsAtMyOrigin && rules.MyOrigin.Length > 0)
        {
            tokens.Add(AddressToken.Operator('@'));
            tokens.AddRange(AddressTokens.Scan(rules.MyOrigin));
        }
    }
}
