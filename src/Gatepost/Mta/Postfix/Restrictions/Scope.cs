using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>How a list is compiled: where it is asked, and from where it was entered.</summary>
/// <param name="Context">Where it is asked.</param>
internal sealed record Scope(ListContext Context)
{
    /// <summary>The place in a reply's text for what is refused: the context's own, or of the table whose result the list is.</summary>
    public string Place { get; init; } = Context.Place;

    /// <summary>What it is called.</summary>
    public string ReplyClass { get; init; } = Context.ReplyClass;

    /// <summary>True below a warn_if_reject.</summary>
    public bool Warns { get; init; }

    /// <summary>What a permit leads to here: a table whose OK does not count has another.</summary>
    public Verdict Permit { get; init; } = Verdict.Permit.Instance;

    /// <summary>The classes that are entered.</summary>
    public ImmutableHashSet<string> Entered { get; init; } = [];
}
