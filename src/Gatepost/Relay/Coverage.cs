namespace Gatepost.Relay;

/// <summary>How far a line of a configuration was understood. Only with every relevant line understood is there a proof.</summary>
public enum Coverage
{
    /// <summary>Read and modelled.</summary>
    Understood,
    /// <summary>Known, and without effect on which recipients are accepted.</summary>
    Irrelevant,
    /// <summary>Modelled as something only the outside can answer: SQL, LDAP, DNS, a policy service, a program, an environment variable.</summary>
    Conditional,
    /// <summary>Known to matter, and not modelled: prevents a proof.</summary>
    NotModelled,
    /// <summary>Not known at all: prevents a proof.</summary>
    Unrecognised,
}
