namespace Gatepost.Diagnoses;

/// <summary>Where the enhanced status of a diagnosis comes from.</summary>
public enum StatusOrigin
{
    /// <summary>There is none: nothing was refused, and nothing gives one.</summary>
    None,
    /// <summary>It stands in the reply of the server that refused.</summary>
    Reply,
    /// <summary>The reporter gives it: a Status field, a log's <c>dsn=</c>.</summary>
    Reported,
    /// <summary>Nobody gave one: the conventional code for the reason, X.0.9nn, which no server has sent.</summary>
    Derived,
}
