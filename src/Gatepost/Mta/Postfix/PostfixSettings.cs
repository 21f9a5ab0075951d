namespace Gatepost.Mta.Postfix;

/// <summary>All parameters as one service sees them: its <c>-o</c> overrides, then main.cf, then the defaults of the compatibility level.</summary>
public abstract class PostfixSettings
{
    /// <summary>The parameter's value; a parameter that is not known and not set is empty with the default origin.</summary>
    public abstract Setting Get(string parameter);

    /// <summary>The version whose rules hold, as major * 100 + minor: 3.7 is 307, 2.10 is 210.</summary>
    public abstract int Version { get; }

    /// <summary>The compatibility level as major * 10000 + minor * 100 + patch: 3.6 is 30600, unset is 0.</summary>
    public abstract int CompatibilityLevel { get; }

    /// <summary>True for <c>yes</c>, false for <c>no</c>, in any letter case; a value that is neither is a problem that the settings report, and is taken as the default.</summary>
    public abstract bool IsYes(string parameter);
}
