namespace Gatepost.Smtp;

/// <summary>One SMTP session as a client, a server or a person wrote it down: its exchanges in order, and what they tell.</summary>
public sealed record Transcript(IReadOnlyList<Exchange> Exchanges)
{
    /// <summary>The host that was connected to, where the transcript says so.</summary>
    public string? Host { get; init; }

    /// <summary>Its address.</summary>
    public string? Address { get; init; }

    /// <summary>Its port.</summary>
    public int? Port { get; init; }

    /// <summary>True where TLS was on before the first exchange shown.</summary>
    public bool StartsInTls { get; init; }

    /// <summary>The greeting (220 or 4yz/5yz before any command); null where it is not shown.</summary>
    public Exchange? Banner => Exchanges.FirstOrDefault(static e => e.Phase == SmtpPhase.Connect);

    /// <summary>The host name that the server gives itself in its greeting.</summary>
    public string? BannerHost
    {
        get
        {
            var text = Banner?.Reply is { Code: 220 } reply ? reply.Text : "";
            var word = text[..(text.IndexOf(' ') is var blank and >= 0 ? blank : text.Length)];
            return DomainName.Parse(word) is { IsSingleLabel: false } ? word : null;
        }
    }

    /// <summary>The argument of the last EHLO or HELO.</summary>
    public string? Helo =>
        Exchanges.LastOrDefault(static e => e.Phase == SmtpPhase.Ehlo)?.Command is { Length: > 5 } command ? command[5..].Trim() : null;

    /// <summary>True where STARTTLS was accepted, or TLS was on from the start.</summary>
    public bool UsesTls => StartsInTls || Exchanges.Any(static e => e is { Phase: SmtpPhase.StartTls, Reply.Code: 220 });

    /// <summary>AUTH mechanisms offered before STARTTLS; null where no EHLO answer before it is shown.</summary>
    public IReadOnlyList<string>? MechanismsBeforeTls => StartsInTls ? null : Mechanisms(Exchanges.TakeWhile(static e => !IsTlsStart(e)));

    /// <summary>AUTH mechanisms offered under TLS; null where no EHLO answer under TLS is shown.</summary>
    public IReadOnlyList<string>? MechanismsUnderTls =>
        Mechanisms(StartsInTls ? Exchanges : Exchanges.SkipWhile(static e => !IsTlsStart(e)));

    /// <summary>True where the session logged in (235).</summary>
    public bool IsAuthenticated => Exchanges.Any(static e => e is { Phase: SmtpPhase.Auth, Reply.Code: 235 });

    /// <summary>True where a login was tried and none succeeded.</summary>
    public bool IsAuthRefused => !IsAuthenticated && Exchanges.Any(static e => e.Phase == SmtpPhase.Auth && e.IsRefused);

    /// <summary>
    /// The exchanges that refused the mail or the session. Refusals that the client got over (EHLO, then HELO; one mechanism, then another)
    /// and refusals that only follow from an earlier one (DATA after every recipient was refused) are left out.
    /// </summary>
    public IReadOnlyList<TranscriptRefusal> Refusals() => TranscriptRefusal.Find(this);

    private static bool IsTlsStart(Exchange e) => e is { Phase: SmtpPhase.StartTls, Reply.Code: 220 };

    private static List<string>? Mechanisms(IEnumerable<Exchange> exchanges)
    {
        List<string>? found = null;
        foreach (var exchange in exchanges.Where(static e => e is { Phase: SmtpPhase.Ehlo, IsRefused: false }))
        {
            found ??= [];
            foreach (var line in exchange.Lines)
                if (line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase))
                    foreach (var name in line[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        if (!found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
        }

        return found;
    }
}
