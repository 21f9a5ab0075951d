namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Findings in the order of the report, each recipient once; what is said of one recipient in two places is joined.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The findings.</summary>
    public IReadOnlyList<Finding> Items => _findings;

    /// <summary>How many there are.</summary>
    public int Count => _findings.Count;

    /// <summary>Adds a finding, or joins it to the one of the same recipient.</summary>
    public void Add(Finding finding)
    {
        if (!_index.TryGetValue(finding.Recipient, out var at))
        {
            _index.Add(finding.Recipient, _findings.Count);
            _findings.Add(finding);
            return;
        }

        var known = _findings[at];
        _findings[at] = known with
        {
            Detail = known.Detail.Or(finding.Detail),
            OriginalRecipient = known.OriginalRecipient ?? finding.OriginalRecipient,
        };
    }

    /// <summary>True where the recipient is there already.</summary>
    public bool Has(string recipient) => _index.ContainsKey(recipient);
}
