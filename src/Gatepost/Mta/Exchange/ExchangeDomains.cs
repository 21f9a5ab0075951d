using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exchange;

/// <summary>The accepted domains.</summary>
internal sealed class ExchangeDomains
{
    private const string Any = "*";

    /// <summary>Sorts them.</summary>
    public ExchangeDomains(IReadOnlyList<ExchangeRecord> records, List<ConfigProblem> problems, List<CoverageLine> coverage)
    {
        var domains = ImmutableArray.CreateBuilder<OwnDomain>();
        foreach (var record in records)
        {
            var name = record.Text("DomainName").Trim().ToLowerInvariant();
            var type = record.Text("DomainType");
            AddressClass? kind = type.ToUpperInvariant() switch { "AUTHORITATIVE" => AddressClass.Local, "INTERNALRELAY" or "EXTERNALRELAY" => AddressClass.RelayDomain, _ => null };
            if (kind is null)
            {
                problems.Add(new ConfigProblem(record.Origin, ConfigProblemKind.BadValue, $"the type {type} of the accepted domain {name} is not known", "export with ConvertTo-Json -EnumsAsStrings"));
                coverage.Add(new CoverageLine(record.Origin, $"accepted domain {name}", Coverage.NotModelled));
                continue;
            }

            coverage.Add(new CoverageLine(record.Origin, $"accepted domain {name} ({type})", Coverage.Understood, "by the documentation"));
            if (name == Any)
            {
                TakesAny = record.Origin;
                problems.Add(new ConfigProblem(record.Origin, ConfigProblemKind.Risky, "the accepted domain * stands for every domain: anyone may send anywhere", "name the domains"));
                continue;
            }

            domains.Add(new OwnDomain(name, kind.Value, record.Origin));
            if (record.Flag("MatchSubDomains")) domains.Add(new OwnDomain("*." + name, kind.Value, record.Origin));
        }

        Domains = domains.ToImmutable();
        Classes = new FirstOf([.. new[] { AddressClass.Local, AddressClass.RelayDomain }.Select(c => new FirstOf.Case(Of(c), (int)c))], (int)AddressClass.RelayDomain);
    }

    /// <summary>The domains; <c>*.x</c> for all below x.</summary>
    public ImmutableArray<OwnDomain> Domains { get; }

    /// <summary>Where every domain is accepted; null where none says so.</summary>
    public Origin? TakesAny { get; }

    /// <summary>What a recipient's domain is.</summary>
    public Condition Classes { get; }

    /// <summary>The sender's domain is accepted.</summary>
    public Condition OfSender => new ExchangeDomainIn(Dimension.Sender, Domains.Select(static d => d.Name), "the accepted domains");

    // Whether *.x covers x itself the documentation does not say.
    private AnyOf Of(AddressClass kind)
    {
        var domains = Domains.Where(d => d.Class == kind).ToList();
        var parents = domains.Where(d => d.Name.StartsWith("*.", StringComparison.Ordinal) && domains.TrueForAll(o => o.Name != d.Name[2..])).ToList();
        return new AnyOf(
        [
            new ExchangeDomainIn(Dimension.Recipient, domains.Select(static d => d.Name), "the accepted domains"),
            .. parents.Select(static p => (Condition)new AllOf([new ExchangeDomainIn(Dimension.Recipient, [p.Name[2..]], p.Name), new Opaque($"whether {p.Name} covers {p.Name[2..]}", "accepted domain", 1, p.Origin)])),
        ]);
    }
}
