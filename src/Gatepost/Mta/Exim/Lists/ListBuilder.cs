using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>
/// Puts the items of one list together: in order, the first that matches decides, a negated one with no; where none does, the answer is no,
/// or yes if the last item is negated. Neighbours that look at the same part of the attempt become one condition.
/// </summary>
internal sealed class ListBuilder(ExpansionContext context, ListSubject subject, Origin origin, string written)
{
    private readonly List<Choice<Truth>> _cases = [];
    private readonly List<Matcher> _run = [];
    private AttemptPart? _runPart;
    private string? _runText;
    private bool _runYields;
    private bool _isNameKnown;

    public ExpansionContext Context => context;

    public ListSubject Subject => subject;

    public Origin Origin => origin;

    /// <summary>What an item that matches yields: false for a negated one.</summary>
    public bool Yields { get; private set; } = true;

    /// <summary>True after <c>+caseful</c>.</summary>
    public bool IsCaseful { get; private set; }

    /// <summary>What a client name that cannot be found leads to: null: the list says no at once; true: yes; false: the item is passed over.</summary>
    public bool? IncludesUnknown { get; private set; }

    /// <summary>The same for lookups that cannot be made for now; null: deferred.</summary>
    public bool? IncludesDeferred { get; private set; }

    public Choices<Truth> Build(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            if (IsSwitch(item)) continue;
            Yields = !item.StartsWith('!');
            var text = Yields ? item : item[1..].TrimStart();
            if (text.StartsWith('/')) FromFile(text);
            else if (text.StartsWith('+') && subject.Kind != EximListKind.Text) Named(text[1..]);
            else Item(text);
        }

        Flush();
        return Choices.First(_cases, Yields ? Truth.No : Truth.Yes);
    }

    /// <summary>An item that matches by a pattern on a part of the attempt.</summary>
    public void Add(AttemptPart? part, string? text, Matcher matcher)
    {
        if (_run.Count > 0 && (_runPart?.Name != part?.Name || _runText != text || _runYields != Yields || matcher is NetworkMatcher != _run[0] is NetworkMatcher)) Flush();
        (_runPart, _runText, _runYields) = (part, text, Yields);
        _run.Add(matcher);
    }

    /// <summary>An item that for some texts cannot be looked up.</summary>
    public void AddDeferring(AttemptPart? part, string? text, Matcher defers, Matcher matches)
    {
        Flush();
        (_runPart, _runText) = (part, text);
        Add(Choices.First([new Choice<Truth>(Condition([defers]), Truth.Defer), new Choice<Truth>(Condition([matches]), Truth.Yes)], Truth.No));
    }

    public void Add(Matcher matcher) => Add(subject.Part, subject.Text, matcher);

    /// <summary>An item that is a test of its own. No goes on to the next item.</summary>
    public void Add(Choices<Truth> test)
    {
        Flush();
        foreach (var truth in test.Values.Distinct().Order())
        {
            var (decides, result) = truth switch
            {
                Truth.No => (false, Truth.No),
                Truth.Yes => (true, Yields ? Truth.Yes : Truth.No),
                Truth.Defer when IncludesDeferred is { } includes => (includes, Truth.Yes),
                _ => (true, truth),
            };
            if (decides) _cases.Add(new Choice<Truth>(test.Where(t => t == truth), result));
        }
    }

    /// <summary>An item that holds, and is not asked about the attempt.</summary>
    public void Add(Condition when, Truth result)
    {
        Flush();
        _cases.Add(new Choice<Truth>(when, result));
    }

    /// <summary>An item that needs the client's name: where there is none, the list ends here, or passes the item over.</summary>
    public void NeedName()
    {
        if (_isNameKnown || IncludesUnknown == false) return;
        Add(NameUnknown.Any, IncludesUnknown == true ? Truth.Yes : Truth.No);
        _isNameKnown = true;
    }

    /// <summary>An item that cannot be matched at all, which counts as an unknown host.</summary>
    public void AddUnknownHost(Condition when)
    {
        if (IncludesUnknown != false) Add(when, IncludesUnknown == true ? Truth.Yes : Truth.No);
    }

    public void Problem(ConfigProblemKind kind, string what, string? write) => context.World.Findings.Add(new ConfigProblem(origin, kind, what, write));

    private bool IsSwitch(string item)
    {
        if (!item.StartsWith('+')) return false;
        switch (item)
        {
            case "+caseful" when subject.Kind is EximListKind.Address or EximListKind.LocalPart:
                IsCaseful = true;
                return true;
            case "+include_unknown" or "+ignore_unknown" when subject.Kind == EximListKind.Host:
                IncludesUnknown = item == "+include_unknown";
                return true;
            case "+include_defer" or "+ignore_defer" when subject.Kind == EximListKind.Host:
                IncludesDeferred = item == "+include_defer";
                return true;
            default:
                return false;
        }
    }

    private void Named(string name)
    {
        if (!context.World.Sections.Lists.TryGetValue((subject.Kind, name), out var list))
        {
            var nearest = Nearest.To(name, context.World.Sections.Lists.Keys.Where(k => k.Kind == subject.Kind).Select(static k => k.Name));
            Problem(ConfigProblemKind.UnknownName, $"there is no {subject.Kind.ToString().ToLowerInvariant()} list {name}; Exim answers 451 to every attempt that reaches it", nearest is null ? $"Define the list {name}" : $"Perhaps you meant +{nearest}");
            Add(Always.Instance, Truth.Defer);
            return;
        }

        Add(context.Depth > 12 ? Choices.Of(Truth.Defer) : ListReader.Read(context, list.Value, subject, list.Origin));
    }

    private void FromFile(string path)
    {
        var file = context.World.Lookups.Read(path);
        if (file.Text is not { } text)
        {
            if (file.State == ConfigFileState.Missing)
            {
                Problem(ConfigProblemKind.MissingFile, $"{path} is missing; Exim answers 421 to every attempt that reaches it", "Make the file, or take it out of the list");
                Add(Always.Instance, Truth.Panic);
            }
            else
            {
                if (file.State == ConfigFileState.Outside) Problem(ConfigProblemKind.NotAtHand, $"{path} is not among the files at hand; what it says is not known", $"Put a copy beside the configuration, or say what it answers with --assume '{path}=no'");
                Add(Choices.If(new Opaque(path, subject.Shown, 1, origin), Truth.Yes, Truth.No));
            }

            return;
        }

        var all = Yields;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = Uncommented(raw.ToString()).Trim();
            if (line.Length == 0) continue;
            Yields = all != line.StartsWith('!');
            Item(line.StartsWith('!') ? line[1..].TrimStart() : line);
        }
    }

    // In lists of addresses and local parts a comment begins behind a blank only.
    private string Uncommented(string line)
    {
        for (var at = line.IndexOf('#', StringComparison.Ordinal); at >= 0; at = line.IndexOf('#', at + 1))
            if (at == 0 || subject.Kind is not (EximListKind.Address or EximListKind.LocalPart) || char.IsWhiteSpace(line[at - 1])) return line[..at];
        return line;
    }

    private void Item(string item)
    {
        switch (subject.Kind)
        {
            case EximListKind.Host:
                HostItems.Add(this, item);
                break;
            case EximListKind.Address:
                AddressItems.Add(this, item);
                break;
            default:
                TextItems.Add(this, item);
                break;
        }
    }

    private void Flush()
    {
        if (_run.Count == 0) return;
        ImmutableArray<Matcher> run = [.. _run];
        _run.Clear();
        _cases.Add(new Choice<Truth>(Condition(run), _runYields ? Truth.Yes : Truth.No));
    }

    private Condition Condition(ImmutableArray<Matcher> run)
    {
        if (_runPart is null) return run.Any(m => m.IsMatch(_runText!.ToLowerInvariant(), _runText!)) ? Always.Instance : Logic.Never;
        if (run.Any(static m => m is SuffixMatcher { IsEverything: true })) return Always.Instance;
        return _runPart.Dimension == Dimension.Client
            ? new ClientIn(Shorten.To(written), [.. run.OfType<NetworkMatcher>().Select(m => new NetworkEntry(m.Network, 1, m.Written, origin))])
            : new PartLeaf(_runPart, run, Shorten.To(written), origin);
    }
}
