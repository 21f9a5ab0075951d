namespace Gatepost.Refusals;

/// <summary>What is known of SMTP AUTH (RFC 4954) in the session that was refused.</summary>
public enum AuthState
{
    /// <summary>Nothing is known.</summary>
    Unknown,
    /// <summary>The server did not offer AUTH.</summary>
    NotOffered,
    /// <summary>The server offered AUTH and the client did not use it.</summary>
    OfferedNotUsed,
    /// <summary>The client did not log in; whether AUTH was offered is not known.</summary>
    NotUsed,
    /// <summary>The client tried to log in and was refused.</summary>
    Failed,
    /// <summary>The client was logged in when it was refused.</summary>
    Used,
}
