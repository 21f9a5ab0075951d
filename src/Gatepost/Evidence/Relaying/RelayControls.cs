namespace Gatepost.Evidence.Relaying;

/// <summary>Makes the controls of a test.</summary>
/// <param name="context">The tester's names.</param>
/// <param name="unknown">A local part that no server has.</param>
internal sealed class RelayControls(RelayContext context, string unknown)
{
    private string Sender => $"{context.SenderLocalPart}@{context.TesterDomain}";

    /// <summary>Letters and digits that nobody uses, after a word that says who asks.</summary>
    public static string UnknownLocalPart(Random random)
    {
        const string letters = "abcdefghijkmnpqrstuvwxyz23456789";
        return "gatepost-" + string.Create(10, random, static (span, r) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = letters[r.Next(letters.Length)];
        });
    }

    /// <summary>A recipient at a domain that cannot exist.</summary>
    public RelayControl ImpossibleDomain() =>
        new(RelayControlKind.ImpossibleDomain, unknown + ".invalid", Sender, $"{context.RecipientLocalPart}@{unknown}.invalid");

    /// <summary>An unknown recipient at the server's literal, and one without a domain.</summary>
    public IEnumerable<RelayControl> Nameless() =>
    [
        new(RelayControlKind.UnknownAtLiteral, context.Literal, Sender, $"{unknown}@{context.Literal}"),
        new(RelayControlKind.UnknownBare, "", Sender, unknown),
    ];

    /// <summary>An unknown recipient and postmaster at each domain.</summary>
    public IEnumerable<RelayControl> At(IReadOnlyList<string> domains, RelayControlKind kind) =>
        domains.SelectMany(d => (RelayControl[])
        [
            new(kind, d, Sender, $"{unknown}@{d}"),
            new(RelayControlKind.Postmaster, d, Sender, $"postmaster@{d}"),
        ]);

    /// <summary>The plain form once more.</summary>
    public RelayControl Repeat() =>
        new(RelayControlKind.Repeat, context.TesterDomain, Sender, $"{context.RecipientLocalPart}@{context.TesterDomain}");
}
