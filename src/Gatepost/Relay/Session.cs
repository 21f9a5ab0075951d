namespace Gatepost.Relay;

/// <summary>An attempt as one listener sees it, made once for all its conditions; what several of them ask is found out once. Not thread-safe.</summary>
/// <param name="policy">The policy by whose rules the attempt's addresses are read.</param>
/// <param name="attempt">The attempt.</param>
/// <param name="knowledge">What is known of the outside.</param>
public sealed class Session(RelayPolicy policy, Attempt attempt, Knowledge knowledge)
{
    private ResolvedAddress? _sender;
    private ResolvedAddress? _recipient;
    private Answer _class;
    private bool _isClassed;

    /// <summary>The attempt.</summary>
    public Attempt Attempt { get; } = attempt;

    /// <summary>What is known of the outside.</summary>
    public Knowledge Knowledge { get; } = knowledge;

    /// <summary>The client's address, for comparing.</summary>
    public AddressKey Client { get; } = AddressKey.Of(attempt.Client);

    /// <summary>The sender as the server reads it.</summary>
    public ResolvedAddress Sender => _sender ??= policy.Addressing.Sender(Attempt.MailFrom);

    /// <summary>The recipient as the server reads it.</summary>
    public ResolvedAddress Recipient => _recipient ??= policy.Addressing.Recipient(Attempt.RcptTo);

    /// <summary>The policy's classes of recipients.</summary>
    internal Condition Classes => policy.Classes;

    /// <summary>What <see cref="Classes"/> answers.</summary>
    internal ref readonly Answer Class
    {
        get
        {
            if (!_isClassed) (_class, _isClassed) = (policy.Classes.Ask(this), true);
            return ref _class;
        }
    }
}
