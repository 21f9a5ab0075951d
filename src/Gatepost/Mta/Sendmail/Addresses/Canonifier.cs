namespace Gatepost.Mta.Sendmail.Addresses;

/// <summary>
/// Rulesets canonify (3), Canonify2 (96), Parse0 and ParseRecipient of cf/m4/proto.m4, rule by rule. Deterministic; takes what it is given, however odd.
/// </summary>
internal sealed class Canonifier(AddressSettings settings)
{
    // Each step takes at least one token away.
    private const int MostSteps = 64;

    /// <summary>CanonAddr: what an address in angle brackets is.</summary>
    public Canonical Read(string address)
    {
        if (IsPlain(address, out var at)) return new Canonical([address[..at]], Domain(address[(at + 1)..]), null);
        var (tokens, problem) = Tokens.Read(address);
        return problem is not null ? Canonical.Bad(SyntaxProblem.Unreadable(problem)) : Parse(tokens, isBracketed: true);
    }

    /// <summary>The same for an address out of a table.</summary>
    public Canonical Reread(string address)
    {
        var (tokens, problem) = Tokens.Read(address);
        return problem is not null ? Canonical.Bad(SyntaxProblem.Unreadable(problem)) : Parse(tokens, isBracketed: false);
    }

    /// <summary>ParseRecipient: hosts that are relayed to are stripped off routes.</summary>
    public Canonical Strip(Canonical address)
    {
        for (var step = 0; step < MostSteps && address is { Problem: null, Domain: { } domain }; step++)
        {
            var local = address.LocalPart is [var one] ? Dequote(one) : address.LocalPart;
            address = address with { LocalPart = local };
            if (!local.Any(IsRouting) || !IsRelayed(domain)) break;
            address = Parse(local, isBracketed: false);
        }

        return address;
    }

    // Letters, digits, dots inside, hyphens and underscores around one @: no rule touches it but the class of its domain.
    private static bool IsPlain(string address, out int at)
    {
        at = address.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == address.Length - 1 || address.Length > 200) return false;
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || i == at) continue;
            if (c != '.' || i == at + 1 || i == address.Length - 1 || (i > at && address[i + 1] == '.')) return false;
        }

        return address.AsSpan(0, at).IndexOf('.') < 0;
    }

    private string Domain(string domain)
    {
        var lower = domain.ToLowerInvariant();
        if (lower == "localhost" || (settings.OwnDomain.Length > 0 && lower.Length == 10 + settings.OwnDomain.Length
            && lower.StartsWith("localhost.", StringComparison.Ordinal) && lower.EndsWith(settings.OwnDomain, StringComparison.Ordinal))) return settings.Own;
        if (lower is ['[', .., ']']) return settings.Local.Find(lower) is null ? lower : settings.Own;
        if (settings.TakesBangs && lower == "localhost.uucp") return settings.Own;
        return settings.Domains?.Find(lower)?.Value.ToLowerInvariant().TrimEnd('.') is { Length: > 0 } mapped ? mapped : lower;
    }

    private Canonical Parse(IReadOnlyList<string> tokens, bool isBracketed)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var (local, domain) = Focus(tokens, isBracketed);
            isBracketed = false;
            if (Check(local, domain) is { } problem) return Canonical.Bad(problem);
            var isOwn = domain is null || settings.Local.Find(domain) is not null;
            if (!isOwn) return new Canonical(local, domain, null);
            if (local is [var one]) local = Dequote(one);
            if (local.Count == 0) return Canonical.Bad(SyntaxProblem.UserRequired);
            if ((domain is null && local.Count == 1) || !local.Any(IsRouting)) return new Canonical(local, domain, null);
            // A local name of several tokens without a domain is left as it is, unless it came out of quotes.
            if (domain is null && tokens.Count > 1) return new Canonical(local, null, null);
            tokens = local;
        }

        return Canonical.Bad(SyntaxProblem.BadRoute);
    }

    // Rulesets 3 and 96: which part is the domain.
    private (IReadOnlyList<string> Local, string? Domain) Focus(IReadOnlyList<string> tokens, bool isBracketed)
    {
        var t = Tidy([.. tokens], isBracketed);
        if (t.Count == 0) return ([], "");
        if (LastAt(t) is > 0 and var at) return (t[..at], Domain(t, at + 1, t.Count));
        if (settings.TakesBangs && Bang(t) is { } bang) return bang;
        if (settings.TakesPercents && t.Contains("%"))
        {
            for (var i = 0; i < t.Count; i++)
                if (t[i] == "%") t[i] = "@";
            var last = t.LastIndexOf("@");
            for (var i = 0; i < last; i++)
                if (t[i] == "@") t[i] = "%";
        }

        var first = t.IndexOf("@");
        return first < 0 ? (t, null) : (t[..first], Domain(t, first + 1, t.Count));
    }

    private static List<string> Tidy(List<string> t, bool isBracketed)
    {
        if (!isBracketed) StripGroup(t);
        while (t.Count > 0 && t[^1] == ";") t.RemoveAt(t.Count - 1);
        while (t.Count > 0 && t[0] == "@" && (After(t, ",") ?? AfterLiteral(t) ?? After(t, ":")) is { } route) t = route;
        return t;
    }

    // "group:" in front is dropped where the address is not in angle brackets.
    private static void StripGroup(List<string> t)
    {
        var colon = t.IndexOf(":");
        if (colon < 0 || t[0] == "@" || (colon + 1 < t.Count && t[colon + 1] == ":")) return;
        if (t is [":", "include", ":", ..] || t.Any(static x => x.Equals("IPv6", StringComparison.OrdinalIgnoreCase))) return;
        t.RemoveRange(0, colon + 1);
    }

    private static List<string>? After(List<string> t, string mark)
    {
        var at = t.IndexOf(mark, Math.Min(2, t.Count));
        return at > 1 && at < t.Count - 1 ? t[(at + 1)..] : null;
    }

    private static List<string>? AfterLiteral(List<string> t)
    {
        if (t.Count < 2 || t[1] != "[") return null;
        for (var i = 2; i + 2 < t.Count; i++)
            if (t[i] == "]" && t[i + 1] == ":") return t[(i + 2)..];
        return null;
    }

    // The last @ that has something before it and behind it.
    private static int LastAt(List<string> t)
    {
        var found = -1;
        for (var i = 1; i < t.Count - 1; i++)
            if (t[i] == "@") found = i;
        return found;
    }

    private (IReadOnlyList<string>, string?)? Bang(List<string> t)
    {
        if (t.Count > 2 && t[1] == "!") return (t[2..], Domain([t[0], ".", "UUCP"], 0, 3));
        for (var i = 1; i + 3 < t.Count; i++)
            if (t[i] == "." && t[i + 2] == "!") return (t[(i + 3)..], Domain(t, 0, i + 2));
        var at = t.IndexOf("!", Math.Min(1, t.Count));
        return at > 0 && at < t.Count - 1 ? (t[(at + 1)..], Domain([.. t[..at], ".", "UUCP"], 0, at + 2)) : null;
    }

    private string Domain(List<string> t, int from, int to)
    {
        var domain = string.Concat(t[from..to]);
        var stripped = domain.TrimEnd('.');
        if (stripped.Length == domain.Length) return Domain(domain);
        // With a dot at its end a domain is canonical: no table is asked about it, and a literal is none.
        return stripped.Length == 0 ? "." : stripped is ['[', .., ']'] ? stripped + "." : stripped.ToLowerInvariant();
    }

    // The complaints of Parse0, in its order.
    private static SyntaxProblem? Check(IReadOnlyList<string> local, string? domain)
    {
        if (local is [.., ":", ";"] && domain == "") return SyntaxProblem.List;
        if (domain is not null)
        {
            if (local is ["@"]) local = [];
            if (local.Count == 0) return domain.Length == 0 ? SyntaxProblem.Empty : SyntaxProblem.UserRequired;
            if (domain.Length == 0) return SyntaxProblem.HostRequired;
            var host = domain.AsSpan();
            if (host[0] == '[' && host.LastIndexOf(']') is > 0 and var close)
            {
                if (close < host.Length - 1 && host[close + 1] is not (':' or ',')) return SyntaxProblem.BadAddress;
                host = host[(close + 1)..].TrimStart(":,");
            }

            if (host.Contains(':')) return SyntaxProblem.Colon;
            if (domain[0] == '.' || domain.Contains("..", StringComparison.Ordinal)) return SyntaxProblem.BadHost;
            if (local.Contains("@")) return SyntaxProblem.BadRoute;
        }

        for (var i = 0; i < local.Count; i++)
            if (local[i] == "," && (i + 1 < local.Count ? !IsRoutingSign(local[i + 1]) : domain is not null)) return SyntaxProblem.BadRoute;
        return null;
    }

    private bool IsRelayed(string domain)
    {
        if (settings.RelaysEntireDomain && EndsInOwnDomain(domain)) return true;
        if (settings.RelaysHostsOnly)
            return settings.Relayed.Find(domain) is not null || settings.Access?.FindExact("to", domain) is { IsRelay: true };
        return settings.Relayed.FindEnd(domain) is not null || settings.Access?.FindDomain("to", domain, withPlain: true) is { IsRelay: true };
    }

    private bool EndsInOwnDomain(string domain) => settings.OwnDomain.Length > 0 && domain.EndsWith(settings.OwnDomain, StringComparison.Ordinal)
        && (domain.Length == settings.OwnDomain.Length || Tokens.IsOperator(domain[^(settings.OwnDomain.Length + 1)]));

    /// <summary>True for a token at which mail is routed on, <c>$=O</c>.</summary>
    public bool IsRouting(string token) => token == "@" || (settings.TakesPercents && token == "%") || (settings.TakesBangs && token == "!");

    private static bool IsRoutingSign(string token) => token is "@" or "%" or "!";

    // The dequote map: nothing to do where brackets are not balanced or a blank stands inside.
    private static List<string> Dequote(string token)
    {
        if (!token.Contains('"', StringComparison.Ordinal)) return [token];
        var text = new System.Text.StringBuilder();
        var (quotes, brackets, angles, quoted, escaped) = (0, 0, 0, false, false);
        foreach (var c in token)
        {
            if (escaped)
            {
                escaped = false;
                text.Append(c);
                continue;
            }

            switch (c)
            {
                case '\\':
                    escaped = true;
                    continue;
                case '"':
                    quotes++;
                    quoted = !quoted;
                    continue;
                case ' ' or '\t': return [token];
                case '(': brackets++; break;
                case ')' when brackets-- == 0: return [token];
                case '<': angles++; break;
                case '>' when angles-- == 0: return [token];
            }

            text.Append(c);
        }

        if (quotes == 0 || quoted || escaped || brackets != 0 || angles != 0) return [token];
        var (tokens, problem) = Tokens.Read(text.ToString());
        return problem is null ? tokens : [token];
    }
}
