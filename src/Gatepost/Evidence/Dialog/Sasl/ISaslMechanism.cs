namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>
/// The client's side of one SASL exchange (RFC 4422), without its transport. Identity and password go out as UTF-8 just as they
/// were given: SASLprep (RFC 4013) changes nothing in ASCII, and beyond it its normalisation is not done.
/// </summary>
internal interface ISaslMechanism
{
    /// <summary>The mechanism's registered name.</summary>
    string Name { get; }

    /// <summary>True where whoever reads the wire has the secret.</summary>
    bool ShowsSecret { get; }

    /// <summary>What the client says first; null where the server does.</summary>
    byte[]? Initial { get; }

    /// <summary>Answers a challenge.</summary>
    SaslStep Answer(ReadOnlySpan<byte> challenge);

    /// <summary>What is wrong with a login although (or because) the server ended it, as half a sentence; null where nothing is.</summary>
    string? Problem(bool isAccepted);
}
