namespace Gatepost.Evidence.Dialog;

/// <summary>Bounds of one dialog. A server that exceeds them ends it with an outcome that says so.</summary>
public sealed record DialogLimits
{
    /// <summary>The usual bounds.</summary>
    public static DialogLimits Default { get; } = new();

    /// <summary>For connecting.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For the whole of one reply, however many lines and pauses it has.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the whole dialog.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Octets of one reply line (RFC 5321 section 4.5.3.1.5 has 512).</summary>
    public int LineLength { get; init; } = 4096;

    /// <summary>Lines of one reply.</summary>
    public int ReplyLines { get; init; } = 200;

    /// <summary>Octets that the server may send in all.</summary>
    public int TotalOctets { get; init; } = 256 * 1024;

    /// <summary>Refusals (4yz and 5yz to MAIL, RCPT or AUTH) after which the dialog ends: more would be tarpitted (Postfix: smtpd_soft_error_limit) or counted against us.</summary>
    public int Refusals { get; init; } = 8;

    /// <summary>For the reply to QUIT.</summary>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A reply to MAIL or RCPT that takes longer than this after a refusal is a tarpit: the dialog ends.</summary>
    public TimeSpan Tarpit { get; init; } = TimeSpan.FromSeconds(5);
}
