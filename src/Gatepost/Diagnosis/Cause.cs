namespace Gatepost.Diagnoses;

/// <summary>One entry of the closed list of causes. Everything here is the same for every refusal of the cause.</summary>
/// <param name="Id"><c>GPnnn</c>, for ever the same.</param>
/// <param name="Name">Kebab-case name, unique.</param>
/// <param name="Title">What it is, in a few words, without a full stop.</param>
/// <param name="Side">Whose side it is on, where the cause alone says so.</param>
/// <param name="Owner">Who must act, where the cause alone says so.</param>
public sealed record Cause(string Id, string Name, string Title, Side Side, Owner Owner)
{
    /// <summary>What is going on, for an administrator: two or three sentences.</summary>
    public required string Why { get; init; }

    /// <summary>
    /// The same for a client who has never seen SMTP: one or two sentences that complete "Why:". <c>{server}</c>,
    /// <c>{recipient}</c>, <c>{domain}</c> and <c>{sender}</c> are put in; each has a plain word for when it is not known.
    /// </summary>
    public required string Plain { get; init; }

    /// <summary>Ways to mend it, the best first.</summary>
    public required IReadOnlyList<Fix> Fixes { get; init; }

    /// <summary>What not to do, and why not: whole sentences.</summary>
    public IReadOnlyList<string> DoNot { get; init; } = [];

    /// <summary>What settles it where the text alone does not: the deciding question, and how to answer it.</summary>
    public string? Decides { get; init; }

    /// <summary>RFC sections and vendors' documentation.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
