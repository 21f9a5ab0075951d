namespace Gatepost.Evidence.Relaying;

/// <summary>
/// The ways to ask a server to relay: the union of the public lists. 1 to 16 are nmap's, 17 to 29 are added by mail-abuse.org and
/// Zonecheck, 30 to 32 are Gatepost's.
/// </summary>
public static class RelayForms
{
    /// <summary>Number of the plain form: a stranger's sender, a stranger's recipient. Up to it the forms claim nothing of the server's, so that they alone decide whether it refuses.</summary>
    public const int Plain = 2;

    // {f} sender's and {t} recipient's local part, {D} the tester's domain, {H} the server's name, {I} its address literal,
    // {L} a domain whose mail it keeps, {E} the name in EHLO.
    private static readonly Template[] Templates =
    [
        new("null sender", "It relays what looks like a bounce.", "", "{t}@{D}", RelayPlace.Outside),
        new("plain", "It relays for everyone.", "{f}@{D}", "{t}@{D}", RelayPlace.Outside),
        new("sender at the server", "It trusts a sender who claims the server's own name.", "{f}@{H}", "{t}@{D}", RelayPlace.Outside),
        new("sender at the literal", "It trusts a sender who claims the server's own address.", "{f}@{I}", "{t}@{D}", RelayPlace.Outside),
        new("percent hack to the literal", "It rewrites user%domain at its own address.", "{f}@{I}", "{t}%{D}@{I}", RelayPlace.Literal),
        new("percent hack to the server", "It rewrites user%domain at its own name.", "{f}@{I}", "{t}%{D}@{H}", RelayPlace.Host),
        new("quoted address", "It takes a quoted address without a domain apart after it was found local.", "{f}@{I}", "\"{t}@{D}\"", RelayPlace.Bare),
        new("quoted percent hack", "It rewrites user%domain in quotes without a domain.", "{f}@{I}", "\"{t}%{D}\"", RelayPlace.Bare),
        new("two domains, literal last", "It checks the last domain and delivers to the first.", "{f}@{I}", "{t}@{D}@{I}", RelayPlace.Literal),
        new("quoted address at the literal", "It takes a quoted local part apart after its own address was found.", "{f}@{I}", "\"{t}@{D}\"@{I}", RelayPlace.Literal),
        new("two domains, server last", "It checks its own name at the end and delivers to the first domain.", "{f}@{I}", "{t}@{D}@{H}", RelayPlace.Host),
        new("source route by the literal", "It follows a source route that begins at its own address.", "{f}@{I}", "@{I}:{t}@{D}", RelayPlace.Outside),
        new("source route by the server", "It follows a source route that begins at its own name.", "{f}@{I}", "@{H}:{t}@{D}", RelayPlace.Outside),
        new("bang path", "It follows a UUCP path without a domain.", "{f}@{I}", "{D}!{t}", RelayPlace.Bare),
        new("bang path at the literal", "It follows a UUCP path at its own address.", "{f}@{I}", "{D}!{t}@{I}", RelayPlace.Literal),
        new("bang path at the server", "It follows a UUCP path at its own name.", "{f}@{I}", "{D}!{t}@{H}", RelayPlace.Host),
        new("sender at localhost", "It trusts a sender who claims localhost.", "{f}@localhost", "{t}@{D}", RelayPlace.Outside),
        new("bare sender", "It gives a sender without a domain its own, and then trusts it.", "{f}", "{t}@{D}", RelayPlace.Outside),
        new("sender at the client", "It trusts a sender whose domain is the client's own name.", "{f}@{E}", "{t}@{D}", RelayPlace.Outside),
        new("postmaster as sender", "It trusts its own postmaster as a sender.", "postmaster@{H}", "{t}@{D}", RelayPlace.Outside),
        new("two domains in quotes", "It takes a quoted address apart twice.", "{f}@{H}", "\"{t}@{D}@{H}\"", RelayPlace.Bare),
        new("percent hack to the literal, sender at the server", "As 5, for a sender at the server's name.", "{f}@{H}", "{t}%{D}@{I}", RelayPlace.Literal),
        new("percent hack to the server, sender at the server", "As 6, for a sender at the server's name.", "{f}@{H}", "{t}%{D}@{H}", RelayPlace.Host),
        new("quoted address, sender at the server", "As 7, for a sender at the server's name.", "{f}@{H}", "\"{t}@{D}\"", RelayPlace.Bare),
        new("quoted percent hack, sender at the server", "As 8, for a sender at the server's name.", "{f}@{H}", "\"{t}%{D}\"", RelayPlace.Bare),
        new("two domains, sender at the server", "As 9, for a sender at the server's name.", "{f}@{H}", "{t}@{D}@{I}", RelayPlace.Literal),
        new("quoted address at the literal, sender at the server", "As 10, for a sender at the server's name.", "{f}@{H}", "\"{t}@{D}\"@{I}", RelayPlace.Literal),
        new("source route by the server, sender at the server", "As 13, for a sender at the server's name.", "{f}@{H}", "@{H}:{t}@{D}", RelayPlace.Outside),
        new("bang path at the literal, sender at the server", "As 15, for a sender at the server's name.", "{f}@{H}", "{D}!{t}@{I}", RelayPlace.Literal),
        new("sender at a local domain", "It trusts a sender who claims a domain whose mail it keeps.", "{f}@{L}", "{t}@{D}", RelayPlace.Outside),
        new("percent hack to a dotted literal", "A dot after the literal hides that it is its own.", "{f}@{D}", "{t}%{D}@{I}.", RelayPlace.Literal),
        new("final dot", "A dot after the domain slips past the check.", "{f}@{D}", "{t}@{D}.", RelayPlace.Outside),
    ];

    /// <summary>The forms for a server.</summary>
    public static RelayFormSet For(RelayContext context)
    {
        var forms = new List<RelayForm>(Templates.Length);
        var pairs = new HashSet<(string, string)>();
        var nameless = new List<int>();
        var domainless = new List<int>();
        for (var i = 0; i < Templates.Length; i++)
        {
            var template = Templates[i];
            if (context.Host is null && template.Has("{H}")) nameless.Add(i + 1);
            else if (context.LocalDomain is null && template.Has("{L}")) domainless.Add(i + 1);
            else
            {
                var form = template.Fill(i + 1, context);
                if (pairs.Add((form.Sender, form.Recipient))) forms.Add(form);
            }
        }

        var leftOut = new List<string>(2);
        if (nameless.Count > 0) leftOut.Add($"the server's host name is not known, which {Numbers(nameless)} need");
        if (domainless.Count > 0) leftOut.Add($"no domain is known whose mail the server keeps, which {Numbers(domainless)} needs");
        return new RelayFormSet(forms, leftOut);
    }

    private static string Numbers(List<int> numbers) => (numbers.Count == 1 ? "form " : "forms ") + string.Join(", ", numbers);

    private sealed record Template(string Name, string Tests, string Sender, string Recipient, RelayPlace Place)
    {
        public bool Has(string mark) => Sender.Contains(mark, StringComparison.Ordinal) || Recipient.Contains(mark, StringComparison.Ordinal);

        public RelayForm Fill(int number, RelayContext context) => new(number, Name, Tests, Fill(Sender, context), Fill(Recipient, context), Place);

        private static string Fill(string text, RelayContext context) => text
            .Replace("{f}", context.SenderLocalPart, StringComparison.Ordinal)
            .Replace("{t}", context.RecipientLocalPart, StringComparison.Ordinal)
            .Replace("{D}", context.TesterDomain, StringComparison.Ordinal)
            .Replace("{H}", context.Host, StringComparison.Ordinal)
            .Replace("{I}", context.Literal, StringComparison.Ordinal)
            .Replace("{L}", context.LocalDomain, StringComparison.Ordinal)
            .Replace("{E}", context.Helo, StringComparison.Ordinal);
    }
}
