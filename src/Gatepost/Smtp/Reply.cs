namespace Gatepost.Smtp;

/// <summary>
/// An SMTP reply (RFC 5321 section 4.2): code, enhanced status code and text. What a source did not give is null;
/// nothing is made up. Where a source contradicts itself, the reply's own words win over fields around them.
/// </summary>
/// <param name="Code">The three-digit reply code, 200 to 599.</param>
/// <param name="Enhanced">The enhanced status code (RFC 3463) that stands in the reply.</param>
/// <param name="Text">The text without codes, the lines of a multi-line reply joined by one blank. Hostile: escape it.</param>
public sealed partial record Reply(int? Code, EnhancedStatus? Enhanced, string Text)
{
    /// <summary>A reply of which nothing is known.</summary>
    public static Reply Empty { get; } = new(null, null, "");

    /// <summary>5yz is permanent, 4yz temporary; the enhanced class decides where there is no code; null where neither is there.</summary>
    public bool? IsPermanent => Code switch
    {
        >= 500 and < 600 => true,
        >= 400 and < 500 => false,
        >= 200 and < 400 => null,
        _ => Enhanced?.Class switch { 5 => true, 4 => false, _ => null },
    };

    /// <summary>Code, enhanced status and text as one line, as a server would have said it.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Code?.ToString(), Enhanced?.ToString(), Text }.Where(static s => !string.IsNullOrEmpty(s)));
}
