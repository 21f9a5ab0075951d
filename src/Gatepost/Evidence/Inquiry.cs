using System.Net;

namespace Gatepost.Evidence;

/// <summary>What is to be found out, and about whom. Names that are not known are null; a question about an unknown name is not asked.</summary>
/// <param name="Questions">What is to be found out.</param>
public sealed record Inquiry(QuestionKind Questions)
{
    /// <summary>The recipient's domain, in A-labels, lower case.</summary>
    public string? Domain { get; init; }

    /// <summary>The recipient that was refused, bare.</summary>
    public string? Recipient { get; init; }

    /// <summary>The envelope sender to use; empty for the null sender, which is the default.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The domain of the sender of the refused message, lower case.</summary>
    public string? SenderDomain { get; init; }

    /// <summary>Host name of the server that refused.</summary>
    public string? Refuser { get; init; }

    /// <summary>Its address.</summary>
    public IPAddress? RefuserAddress { get; init; }

    /// <summary>The port at which it refused.</summary>
    public int? RefuserPort { get; init; }

    /// <summary>Host name of the server that reported, where it is another.</summary>
    public string? Reporter { get; init; }

    /// <summary>The address of the client that was refused: for the sender, their own outgoing server's.</summary>
    public IPAddress? Client { get; init; }

    /// <summary>What the client said in EHLO.</summary>
    public string? ClientHelo { get; init; }
}
