namespace Gatepost.Smtp;

/// <summary>What the surroundings of a three-digit number say of it.</summary>
internal enum ReplyPlace
{
    /// <summary>Not a reply code.</summary>
    None,
    /// <summary>A code that the words around it mention.</summary>
    Mention,
    /// <summary>A code with which a reply begins.</summary>
    Start,
}
