using Gatepost.Mta.Exim.Lists;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>A table of keys and values, as read from a file. Deterministic and thread-safe.</summary>
internal abstract class LookupTable
{
    /// <summary>The value that stands for a lookup that fails: the key of a line cannot be expanded.</summary>
    public const string Deferred = "\0deferred";

    /// <summary>True where some keys lead to <see cref="Deferred"/>.</summary>
    public virtual bool MayDefer => false;

    /// <summary>The value of a key; null where there is none.</summary>
    public abstract string? Find(string key);

    /// <summary>All values, each once, of at most some; null where there are more.</summary>
    public abstract IReadOnlyList<string>? Values(int most);

    /// <summary>Names the keys: plain ones, and patterns.</summary>
    public abstract void Keys(Action<string> plain, Action<Matcher> pattern);
}
