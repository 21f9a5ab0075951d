namespace Gatepost.Mta.Exim;

/// <summary>How much a configuration may still ask for: hostile ones would never end.</summary>
internal sealed class EximBudget
{
    private int _left = 20_000;

    /// <summary>Takes one; false where nothing is left.</summary>
    public bool Take() => _left > 0 && _left-- > 0;
}
