using Gatepost.Smtp;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>
/// The atoms of an envelope address. Domains are collapsed first, by what the leaves and the addressing say about one local part at each, then local parts; only then are the two
/// combined, with every form that an address can take. Named whole addresses are asked one by one.
/// </summary>
/// <param name="template">An attempt in which addresses are put.</param>
/// <param name="parties">The policies.</param>
/// <param name="marks">The landmarks of their leaves.</param>
/// <param name="cells">The domains and local parts.</param>
/// <param name="dimension">Sender or recipient.</param>
/// <param name="put">Puts an address in an attempt.</param>
/// <param name="notes">What else tells addresses apart for a policy.</param>
internal sealed class AddressCells(Attempt template, IReadOnlyList<Party> parties, LeafMarks marks, CellMaker cells, Dimension dimension, Func<Attempt, string, Attempt> put, Func<Party, IReadOnlyList<Func<Session, int>>> notes)
{
    /// <summary>More pairs of local part and domain than this are not asked about a single leaf.</summary>
    public const long MostPairs = 4_000_000;

    private readonly FreshNames _fresh = cells.Fresh;

    /// <summary>True where a leaf looks at pairs of local part and domain, and there are too many of them.</summary>
    public static bool HasTooManyPairs(LeafMarks marks) =>
        marks.LooksAtPairs && (long)(marks.LocalParts.Count + 8) * (marks.Cuts.Count + 1) * (marks.Domains.Count + 8) * 3 > MostPairs;

    /// <summary>Collapses the addresses.</summary>
    public AtomTable<string> Collapse()
    {
        var domains = Domains();
        var routes = Routes([.. domains.SelectMany(static d => d)]);
        var atoms = new AtomTable<string>(template, [.. parties.Select(p => new Probe<string>(p.Policy, put, [.. p.Leaves(dimension).Select(static l => l.Leaf)], notes(p)) { Skips = Skips(p) })]);
        for (var group = 0; group < domains.Length; group++)
            foreach (var (address, rank) in new AddressForms(domains[group], Locals(group, domains[group]), routes, _fresh).All()) atoms.Add(address, rank);
        foreach (var (address, rank) in Named().Concat(NamedTwice())) atoms.Add(address, rank);
        return atoms.Sort();
    }

    private List<string>[] Domains()
    {
        var atoms = Enumerable.Range(0, cells.Groups).Select(_ => new AtomTable<string>(template, [.. parties.SelectMany(DomainProbes)])).ToArray();
        foreach (var (domain, rank, group) in cells.Domains()) atoms[group].Add(domain, rank);
        return [.. atoms.Select(static a => a.Sort().Examples.ToList())];
    }

    private IEnumerable<Probe<string>> DomainProbes(Party party)
    {
        yield return new(party.Policy, At(_fresh.LocalPart), Leaves(party, static m => m.LooksAtDomain), [Reading, .. notes(party)]);
        if (party.Policy.Addressing.TakesRoutesApart) yield return new(party.Policy, Routed, [], [Reading, IsFreshDomain]);
        foreach (var (leaf, own) in party.Leaves(dimension).Where(static l => l.Marks is { LooksAtDomain: true, LooksAtLocalPart: true }))
            foreach (var local in own.LooksUpInTurn ? Deciding(party, leaf, own) : new CellMaker(own, "own", isAddress: true).AllLocalParts())
                yield return new(party.Policy, At(local), [leaf], []);
    }

    // A route ends as an address that is asked about anyway, or stays one: what counts is how the domain that it leads to is read. The first few make it readable.
    private List<string> Routes(List<string> domains) => [.. parties.SelectMany(p => Routes(p, domains)).Distinct()];

    private IEnumerable<string> Routes(Party party, List<string> domains) => !party.Policy.Addressing.TakesRoutesApart
        ? [_fresh.Domain]
        : domains.Take(6).Union(domains.DistinctBy(d => (Reading(Session(party, At(_fresh.LocalPart)(template, d))), Reading(Session(party, Routed(template, d))), IsFreshDomain(Session(party, Routed(template, d))))));

    // Where parts are looked up in turn, a local part that is found shows at which domains nothing is.
    private IEnumerable<string> Deciding(Party party, Leaf leaf, LeafMarks own) =>
        own.LocalParts.Where(l => leaf.Ask(Session(party, put(template, $"{l}@{_fresh.Domain}"))).Value != 0).Take(1);

    private List<string> Locals(int group, List<string> domains)
    {
        var atoms = new AtomTable<string>(template, [.. parties.SelectMany(p => LocalProbes(p, domains))]);
        foreach (var (local, rank) in cells.LocalParts(group)) atoms.Add(local, rank);
        return [.. atoms.Sort().Examples];
    }

    private IEnumerable<Probe<string>> LocalProbes(Party party, List<string> domains)
    {
        yield return new(party.Policy, Before(domains[0]), Leaves(party, static m => m.LooksAtLocalPart || m.LooksAcross), [Reading]);
        yield return new(party.Policy, (a, l) => put(a, AddressForms.Quoted(l)), Leaves(party, static m => m.LooksAtLocalPart || m.LooksAcross), [Reading]);
        var pairs = Leaves(party, static m => m.LooksAtPairs);
        if (pairs.Count == 0) yield break;
        foreach (var domain in domains.Skip(1)) yield return new(party.Policy, Before(domain), pairs, []);
    }

    // Whole addresses, with the extensions that a server would cut off.
    private IEnumerable<(string, int)> Named()
    {
        var extended = marks.LocalParts.Where(l => l.IndexOfAny([.. marks.Cuts]) > 0).ToLookup(l => l[..l.IndexOfAny([.. marks.Cuts])]);
        foreach (var text in marks.Texts)
        {
            var rank = TextCells.Rank(text);
            yield return (text, rank);
            var at = text.LastIndexOf('@');
            if (at < 0) continue;
            foreach (var cut in marks.Cuts) yield return ($"{text[..at]}{cut}{_fresh.Label}{text[at..]}", rank + 50);
            foreach (var local in extended[text[..at]]) yield return (local + text[at..], rank + 50);
        }
    }

    // A local part that is named on its own and in a whole address: at one domain it says nothing of the others, so it is asked about at each.
    private IEnumerable<(string, int)> NamedTwice()
    {
        char[] cuts = [.. marks.Cuts];
        var named = marks.Texts.Select(static t => t.LastIndexOf('@') is > 0 and var at ? t[..at] : t).ToHashSet();
        foreach (var local in cells.AllLocalParts().Where(l => named.Contains(l) || (l.IndexOfAny(cuts) is > 0 and var cut && named.Contains(l[..cut]))))
            foreach (var (domain, rank, _) in cells.Domains()) yield return ($"{AddressForms.Quoted(local)}@{domain}", 200 + rank);
    }

    // The server refuses a bad address before it asks a rule about it, unless a rule asks too early.
    private Func<Session, bool> Skips(Party party)
    {
        var phase = dimension == Dimension.Sender ? SmtpPhase.Mail : SmtpPhase.Rcpt;
        var early = PolicyConditions.LeavesOf(party.Policy.Stages.Where(s => s.IsBeforeAddresses || s.Phase < phase)).Any(l => l.Dimension == dimension);
        return early ? static _ => false : s => Read(s).Problem is not null;
    }

    private List<Leaf> Leaves(Party party, Func<LeafMarks, bool> which) => [.. party.Leaves(dimension).Where(l => which(l.Marks)).Select(static l => l.Leaf)];

    private Func<Attempt, string, Attempt> At(string local) => (a, domain) => put(a, $"{AddressForms.Quoted(local)}@{domain}");

    private Func<Attempt, string, Attempt> Before(string domain) => (a, local) => put(a, $"{AddressForms.Quoted(local)}@{domain}");

    private Attempt Routed(Attempt attempt, string domain) => put(attempt, $"{_fresh.LocalPart}%{_fresh.Domain}@{domain}");

    private static Session Session(Party party, Attempt attempt) => new(party.Policy, attempt, Knowledge.None);

    private ResolvedAddress Read(Session session) => dimension == Dimension.Recipient ? session.Recipient : session.Sender;

    private int Reading(Session session)
    {
        var read = Read(session);
        return ((int)ReplyKinds.Of(read.Problem) * 4) + (read.IsAlwaysAccepted ? 2 : 0) + (read.IsRouted ? 1 : 0);
    }

    private int IsFreshDomain(Session session) => Read(session).Domain == _fresh.Domain ? 1 : 0;
}
