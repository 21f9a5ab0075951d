using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Addresses;

/// <summary>A refusal of an address by itself: codes, and the text after the address.</summary>
internal sealed record SyntaxProblem(string Codes, string Text)
{
    public static SyntaxProblem UserRequired { get; } = new("553 5.1.3", "User address required");
    public static SyntaxProblem HostRequired { get; } = new("553 5.1.3", "Hostname required");
    public static SyntaxProblem Empty { get; } = new("553 5.0.0", "User address required");
    public static SyntaxProblem BadHost { get; } = new("553 5.1.2", "Invalid host name");
    public static SyntaxProblem BadAddress { get; } = new("553 5.1.2", "Invalid address");
    public static SyntaxProblem BadRoute { get; } = new("553 5.1.3", "Invalid route address");
    public static SyntaxProblem Colon { get; } = new("553 5.1.3", "Colon illegal in host name part");
    public static SyntaxProblem List { get; } = new("553 5.1.3", "List:; syntax illegal for recipient addresses");

    /// <summary>What prescan says.</summary>
    public static SyntaxProblem Unreadable(string text) => new(text.StartsWith("prescan", StringComparison.Ordinal) ? "553 5.1.0" : "553 5.0.0", text);

    /// <summary>The reply; <paramref name="place"/> is <c>recipient</c> or <c>sender</c>.</summary>
    public ReplyText Reply(string place) => ReplyText.Of($"{Codes} <{{{place}}}>... {Text}");
}
