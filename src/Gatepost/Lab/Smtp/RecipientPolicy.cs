namespace Gatepost.Lab.Smtp;

/// <summary>What a server says to MAIL and RCPT.</summary>
internal static class RecipientPolicy
{
    /// <summary>The answer to MAIL.</summary>
    public static string OnMail(MailServer server, ServerPort port, ClientView client, string sender, string? login) =>
        server.Product.JudgesAtMail && ClientFault(server, port, client, sender, "", login) is { } fault ? fault : server.Product.SenderOk(sender);

    /// <summary>The answer to RCPT. What the client may do is decided first, what the recipient is last, as the products do.</summary>
    public static string OnRecipient(MailServer server, ServerPort port, ClientView client, string sender, string recipient, string? login)
    {
        var product = server.Product;
        if (ClientFault(server, port, client, sender, recipient, login) is { } fault) return fault;
        if (login is not null) return product.RecipientOk(recipient);
        if (server.BlockedBy is { } list) return Blocked(server, list, client);
        if (IsRouted(recipient) && product.RoutedAddress(recipient, client) is { } refusal) return refusal;
        var at = recipient.LastIndexOf('@');
        if (!server.Domains.Contains(recipient[(at + 1)..].ToLowerInvariant())) return product.RelayDenied(recipient, client, server.SeesClientName);
        if (server.Greylists) return product.Greylisted(recipient, client);
        return server.Recipients.Count == 0 || server.Recipients.Any(known => Same(known, recipient))
            ? product.RecipientOk(recipient)
            : product.UnknownRecipient(recipient);
    }

    /// <summary>What is wrong whoever the recipient is: no login where one is needed, or a sender that is not the login's own.</summary>
    private static string? ClientFault(MailServer server, ServerPort port, ClientView client, string sender, string recipient, string? login)
    {
        if (login is null) return port.RequiresLogin ? server.Product.LoginRequired(recipient, client) : null;
        return server.OwnSenderOnly && !Same(sender, login) ? server.Product.SenderNotOwn(sender, login) : null;
    }

    private static string Blocked(MailServer server, string list, ClientView client) =>
        server.BlockWords?.Replace("{client}", client.Address.ToString(), StringComparison.Ordinal).Replace("{list}", list, StringComparison.Ordinal)
            ?? server.Product.Blocked(list, client);

    /// <summary>True for the percent hack, bang paths, source routes and doubled domains.</summary>
    private static bool IsRouted(string recipient)
    {
        var at = recipient.LastIndexOf('@');
        return at > 0 && recipient.AsSpan(0, at).IndexOfAny('%', '!', '@') >= 0;
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
