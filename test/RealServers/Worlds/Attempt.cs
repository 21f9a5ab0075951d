using System.Net;
using Gatepost.RealServers.Mail;

namespace Gatepost.RealServers.Worlds;

/// <summary>One attempt of a client to send a message.</summary>
/// <param name="Server">The server that it is sent to.</param>
/// <param name="Client">The address that it is sent from.</param>
/// <param name="Sender">The envelope sender.</param>
/// <param name="Recipient">The envelope recipient.</param>
internal sealed record Attempt(MailServer Server, IPAddress Client, string Sender, string Recipient)
{
    public int Port { get; init; } = 25;

    /// <summary>The user to log in as; null where the client does not try.</summary>
    public string? User { get; init; }

    /// <summary>The password; the user's name is right.</summary>
    public string? Password { get; init; }

    /// <summary>The name that the client believes it talks to, where it is not the server's own.</summary>
    public string? Host { get; init; }

    public IPEndPoint Address => new(Server.Address, Port);

    public string Target => Host ?? Server.Host;

    /// <summary>Puts the addresses into a world's words.</summary>
    public string Fill(string words) => words.Replace("{client}", Client.ToString(), StringComparison.Ordinal).Replace("{server}", Server.Address.ToString(), StringComparison.Ordinal);
}
