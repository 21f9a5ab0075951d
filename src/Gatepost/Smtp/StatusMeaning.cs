namespace Gatepost.Smtp;

/// <summary>What a registered enhanced status code means.</summary>
/// <param name="Text">The registry's short description.</param>
/// <param name="Source">The document that defines it, such as <c>RFC 3463</c>.</param>
public readonly record struct StatusMeaning(string Text, string Source);
