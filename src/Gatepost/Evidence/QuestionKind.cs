namespace Gatepost.Evidence;

/// <summary>What can be found out about a refusal from outside. Each is answered by few look-ups, and together they are what decides.</summary>
[Flags]
public enum QuestionKind
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Where the DNS sends the recipient domain's mail; whether its name servers agree; whether the MX hosts are its own.</summary>
    MailRouting = 1,
    /// <summary>What each of the domain's MX hosts says to the recipient now.</summary>
    RecipientTaken = 2,
    /// <summary>What the refusing server is: whether it takes mail for others, offers a login, serves submission.</summary>
    RefuserService = 4,
    /// <summary>Whether the refusing server belongs to the sender's side (SPF, MX, name).</summary>
    SenderTie = 8,
    /// <summary>Whether the client's address has a name that leads back to it.</summary>
    ClientName = 16,
    /// <summary>Whether the client's address is on block lists.</summary>
    BlockLists = 32,
    /// <summary>Which of ports 25, 465 and 587 of the MX hosts can be reached.</summary>
    Ports = 64,
}
