namespace Gatepost.Evidence.Lists;

/// <summary>What a return code says about the one asked for.</summary>
public enum ReturnCodeKind
{
    /// <summary>Bad behaviour was seen: that is reputation.</summary>
    Reputation,
    /// <summary>The address is one that is not meant to send mail to others' servers, whatever it does: a provider's or list's policy.</summary>
    Policy,
    /// <summary>Nothing: the list refuses to answer, or the question was wrong.</summary>
    Refusal,
}
