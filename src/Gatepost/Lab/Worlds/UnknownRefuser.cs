namespace Gatepost.Lab.Worlds;

/// <summary>GP190: a reply line, and nothing else.</summary>
internal static class UnknownRefuser
{
    public static LabWorld World { get; } = new()
    {
        Name = "unknown-refuser",
        Title = "A reply line, and nothing else",
        Story = "A colleague passed on the words and no more: neither the recipient nor the server. From the sender's own server they mean \"log in\", from the recipient's \"I do not know this domain\". Nothing can be looked up, and the report says what to ask for.",
        ExpectedCause = "GP190",
        ExpectedOwner = "undetermined",
        Input = "550 relay not permitted",
    };
}
