namespace Gatepost.Evidence.Relaying;

/// <summary>One way to ask a server to relay for a stranger.</summary>
/// <param name="Number">Its number, from 1; 1 to 16 are those of nmap's <c>smtp-open-relay</c>.</param>
/// <param name="Name">Its name: <c>percent hack to the literal</c>.</param>
/// <param name="Tests">One sentence: what a server that takes it got wrong.</param>
/// <param name="Sender">The reverse-path as sent.</param>
/// <param name="Recipient">The forward-path as sent.</param>
/// <param name="Place">Where a server that routes nothing would look for the recipient.</param>
public sealed record RelayForm(int Number, string Name, string Tests, string Sender, string Recipient, RelayPlace Place) : RelayProbe(Sender, Recipient);
