namespace Gatepost.Refusals.Texts;

/// <summary>How sure one can be that a line begins a refusal.</summary>
internal enum LineKind
{
    /// <summary>Nothing of the kind.</summary>
    Other,
    /// <summary>A refusal in words, without a code.</summary>
    Words,
    /// <summary>A reply quoted inside the line.</summary>
    Quoted,
    /// <summary>The line begins with a reply code or status.</summary>
    Bare,
}
