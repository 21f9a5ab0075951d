namespace Gatepost.Relay;

/// <summary>An attempt as one listener sees it, made once for all its conditions.</summary>
public sealed class Session
{
    /// <summary>Reads the attempt's addresses by the policy's rules.</summary>
    public Session(RelayPolicy policy, Attempt attempt, Knowledge knowledge)
    {
        Attempt = attempt;
        Knowledge = knowledge;
        Classes = policy.Classes;
        Client = AddressKey.Of(attempt.Client);
        Sender = policy.Addressing.Sender(attempt.MailFrom);
        Recipient = policy.Addressing.Recipient(attempt.RcptTo);
    }

    /// <summary>The attempt.</summary>
    public Attempt Attempt { get; }

    /// <summary>What is known of the outside.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The client's address, for comparing.</summary>
    public AddressKey Client { get; }

    /// <summary>The sender as the server reads it.</summary>
    public ResolvedAddress Sender { get; }

    /// <summary>The recipient as the server reads it.</summary>
    public ResolvedAddress Recipient { get; }

    /// <summary>The policy's classes of recipients.</summary>
    internal Condition Classes { get; }
}
