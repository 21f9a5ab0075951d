namespace Gatepost.Relay.Questions;

/// <summary>What can be claimed about all attempts.</summary>
public enum ClaimKind
{
    /// <summary><c>no-open-relay</c>: no stranger's mail is relayed.</summary>
    NoOpenRelay,
    /// <summary><c>submission-needs-login</c>: submission listeners take mail after a login only.</summary>
    SubmissionNeedsLogin,
    /// <summary><c>accepts DOMAIN</c>: mail for the domain is taken from everywhere.</summary>
    Accepts,
    /// <summary><c>no-catch-all</c>: no foreign domain is taken for an own one.</summary>
    NoCatchAll,
    /// <summary><c>understood</c>: every line that matters was understood.</summary>
    Understood,
}
