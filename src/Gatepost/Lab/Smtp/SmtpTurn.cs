namespace Gatepost.Lab.Smtp;

/// <summary>The server's side of one step of a session.</summary>
/// <param name="Reply">The reply; its lines parted by line feeds.</param>
/// <param name="Action">What follows it.</param>
/// <param name="Wait">How long the server makes the client wait for it.</param>
internal readonly record struct SmtpTurn(string Reply, SmtpAction Action = SmtpAction.Continue, TimeSpan Wait = default);
