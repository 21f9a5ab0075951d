using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>Who the hosts of a refusal are: the sender's outgoing server, the recipient's MX, a third.</summary>
internal sealed class Roles
{
    /// <summary>Works out the roles from the names in the refusal alone.</summary>
    public static Roles Of(Refusal refusal) => new();
}
