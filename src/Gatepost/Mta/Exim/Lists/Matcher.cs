using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>One pattern of a list, matched against one text. Letter case never matters.</summary>
internal abstract class Matcher
{
    /// <summary>Asks it.</summary>
    /// <param name="lower">The text in lower case.</param>
    /// <param name="written">The text as it is.</param>
    public abstract bool IsMatch(string lower, string written);

    /// <summary>Names the landmarks of a part of the attempt that is asked.</summary>
    public abstract void Mark(Landmarks landmarks, PartKind kind);

    /// <summary>Names one text as a landmark of its kind.</summary>
    protected static void Exact(Landmarks landmarks, PartKind kind, string text)
    {
        switch (kind)
        {
            case PartKind.Domain:
                landmarks.Domain(text);
                break;
            case PartKind.LocalPart:
                landmarks.LocalPart(text);
                break;
            default:
                landmarks.Text(text);
                break;
        }
    }

    /// <summary>Names an ending as a landmark.</summary>
    protected static void Ending(Landmarks landmarks, PartKind kind, string suffix)
    {
        if (suffix.Length == 0) return;
        if (kind is PartKind.LocalPart or PartKind.Address) landmarks.Pattern(System.Text.RegularExpressions.Regex.Escape(suffix) + "$", true, SubjectOf(kind));
        else landmarks.Suffix(suffix);
    }

    /// <summary>What a regular expression over such a part is matched against.</summary>
    protected static PatternSubject SubjectOf(PartKind kind) => kind switch
    {
        PartKind.Domain => PatternSubject.Domain,
        PartKind.LocalPart => PatternSubject.LocalPart,
        _ => PatternSubject.Whole,
    };
}
