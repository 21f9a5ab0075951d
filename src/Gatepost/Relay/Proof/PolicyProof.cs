using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>
/// One policy put to all attempts at once; the questions in this namespace are asked of it. Exact: no attempt is left out, and none stands for another that the policy treats
/// otherwise, as long as its leaves keep the contract of <see cref="Landmarks"/>. Not thread-safe.
/// </summary>
public sealed class PolicyProof
{
    /// <summary>Puts a policy to all attempts.</summary>
    public PolicyProof(RelayPolicy policy, ProofOptions? options = null)
    {
        Policy = policy;
        Options = options ?? ProofOptions.Default;
        Space = new PolicySpace(Options, policy);
        Run = new SymbolicRun(Space, policy);
    }

    /// <summary>The policy.</summary>
    public RelayPolicy Policy { get; }

    /// <summary>What is taken for granted.</summary>
    public ProofOptions Options { get; }

    internal PolicySpace Space { get; }

    internal SymbolicRun Run { get; }

    internal DiagramStore Store => Space.Store;

    /// <summary>The mail of strangers to the server's own domains.</summary>
    internal IncomingMail Incoming => field ??= new IncomingMail(this);

    /// <summary>The attempts whose recipient is accepted and not thrown away.</summary>
    internal Diagram Accepted => Run.Ending(static o => o is { Kind: DecisionKind.Accept, IsDiscarded: false });

    /// <summary>The attempts without a login or a certificate that counts as one.</summary>
    internal Diagram Anonymous
    {
        get
        {
            var login = Store.Where(Space.Note(0, Dimension.Login, 0), (int)CredentialKind.None);
            var trusts = Options.Strangers.VerifiedCertificatesAreTrusted;
            var tls = Store.Map(Space.Note(0, Dimension.Tls, 0), n => n == (int)CredentialKind.None || (n == (int)CredentialKind.Verified && !trusts) ? 1 : 0);
            return Store.And(login, tls);
        }
    }

    /// <summary>The attempts of strangers.</summary>
    internal Diagram Strangers => Store.And(Store.Where(Space.Note(0, Dimension.Name, 0), 0), Store.And(Clients(ClientKind.Stranger), Anonymous));

    /// <summary>
    /// The attempts to domains that are not the server's: of the class for those, of none, or of a relay domain that nothing names. Where the outside decides the class,
    /// it is taken at its word.
    /// </summary>
    internal Diagram ForeignDomains
    {
        get
        {
            var other = Store.Without(Store.Map(Run.Classes, static n => n <= (int)AddressClass.Other ? 1 : 0), Domains(DomainKind.None));
            var caught = Store.And(NotNamed, Store.ForAll(Store.Where(Run.Classes, (int)AddressClass.RelayDomain), Space.FirstFree));
            return Store.Or(other, caught);
        }
    }

    /// <summary>The attempts to domains that the classes do not name.</summary>
    internal Diagram NotNamed => Domains(DomainKind.NotNamed);

    /// <summary>The accepted attempts but for recipients that the server takes before any rule is asked, by design: a bare postmaster.</summary>
    internal Diagram AcceptedByRules => Store.Without(Accepted, Space.Note(0, Dimension.Recipient, 1));

    /// <summary>The attempts with addresses that the server takes for addresses.</summary>
    internal Diagram WellFormed => Store.And(Store.Where(Space.Note(0, Dimension.Sender, 0), 0), Store.Where(Space.Note(0, Dimension.Recipient, 0), 0));

    /// <summary>The attempts that relay. A recipient without a domain that the server takes before it asks a rule stays with the server.</summary>
    internal Diagram Relays => Store.And(AcceptedByRules, ForeignDomains);

    private Diagram Domains(DomainKind kind) => Store.Where(Space.Note(0, Dimension.Recipient, 2), (int)kind);

    /// <summary>The attempts from clients of a kind.</summary>
    internal Diagram Clients(ClientKind kind) => Store.Where(Space.Note(0, Dimension.Client, 0), (int)kind);
}
