namespace Gatepost.Relay.Proof.Regular;

/// <summary>Keys by their characters from the end. Node 0 is the root, and the end of the empty key.</summary>
internal sealed class KeyTree
{
    /// <summary>The node of a text that no key ends in.</summary>
    public const int Off = -1;

    private readonly List<Dictionary<char, int>?> _children = [null];
    private readonly List<bool> _keys = [false];
    private readonly HashSet<int> _domains = [];

    /// <summary>Adds a key that counts only as a whole.</summary>
    public int Add(string key)
    {
        var node = 0;
        for (var i = key.Length - 1; i >= 0; i--)
        {
            var children = _children[node] ??= [];
            if (!children.TryGetValue(key[i], out var next))
            {
                next = _children.Count;
                children.Add(key[i], next);
                _children.Add(null);
                _keys.Add(false);
            }

            node = next;
        }

        _keys[node] = true;
        return node;
    }

    /// <summary>Adds a domain, below which there is more to tell.</summary>
    public void AddDomain(string domain) => _domains.Add(Add(domain));

    /// <summary>True where a key ends at the node.</summary>
    public bool IsKey(int node) => node >= 0 && _keys[node];

    /// <summary>True where a domain ends at the node.</summary>
    public bool IsDomain(int node) => _domains.Contains(node);

    /// <summary>The characters that lead on from a node.</summary>
    public IEnumerable<char> Edges(int node) => node >= 0 && _children[node] is { } children ? children.Keys : [];

    /// <summary>Where a character leads.</summary>
    public int Next(int node, char c) => node >= 0 && _children[node] is { } children && children.TryGetValue(c, out var next) ? next : Off;
}
