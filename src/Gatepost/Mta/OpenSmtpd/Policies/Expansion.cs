using Gatepost.Mta.OpenSmtpd.Model;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>How far the expansion of a recipient has come.</summary>
internal sealed class Expansion
{
    private readonly Queue<ExpansionNode> _queue;
    private readonly HashSet<(AliasTarget, bool, ExpansionNode?)> _seen;

    public Expansion() => (_queue, _seen) = (new(), []);

    private Expansion(Expansion of) => (_queue, _seen, Deliveries) = (new(of._queue), [.. of._seen], of.Deliveries);

    /// <summary>The number of deliveries found.</summary>
    public int Deliveries { get; set; }

    /// <summary>A copy, to go another way.</summary>
    public Expansion Copy() => new(this);

    /// <summary>The next step; false where none is left.</summary>
    public bool TryNext(out ExpansionNode node) => _queue.TryDequeue(out node!);

    /// <summary>Adds a step, unless the same is there already.</summary>
    public void Add(AliasTarget target, ExpansionNode? parent, SmtpdAction? action)
    {
        var node = new ExpansionNode(target, parent, action);
        if (_seen.Add((target, node.IsSameUser, node.Above))) _queue.Enqueue(node);
    }
}
