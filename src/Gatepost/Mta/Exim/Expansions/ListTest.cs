using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>match_domain</c>, <c>match_ip</c> and their kin: a text in a list, which is not expanded.</summary>
internal sealed class ListTest(string name, Expansion subject, string list, ExpansionContext context) : Test
{
    private readonly EximListKind _kind = name switch
    {
        "match_domain" => EximListKind.Domain,
        "match_local_part" => EximListKind.LocalPart,
        "match_address" => EximListKind.Address,
        _ => EximListKind.Host,
    };

    public override bool IsOutside => subject.IsOutside;

    public override bool UsesScope => subject.UsesScope;

    public override bool UsesVariables => subject.UsesVariables;

    public override Truth Decide(ref Scope scope)
    {
        var expanded = subject.Expand(scope);
        return expanded.IsText ? ListReader.Decide(InList(expanded.Text), scope.Session) : expanded.ToTruth();
    }

    protected override Choices<Truth>? Compiled()
    {
        if (subject.Fold() is { } texts) return texts.SelectMany(text => text.IsText ? InList(text.Text) : Choices.Of(text.ToTruth()));
        if (subject.Part is not { } part || !Fits(part.Kind)) return null;
        return Failing(ListReader.ReadPlain(context, list, _kind == EximListKind.Host ? ListSubject.OfAddress(part) : ListSubject.Of(_kind, part), Origin));
    }

    private bool Fits(PartKind kind) => _kind switch
    {
        EximListKind.Host => kind == PartKind.ClientAddress,
        EximListKind.Address => kind == PartKind.Address,
        _ => kind != PartKind.ClientAddress,
    };

    private Choices<Truth> InList(string text)
    {
        if (_kind != EximListKind.Host) return Failing(ListReader.ReadPlain(context, list, ListSubject.Of(_kind, text), Origin));
        if (text.Length > 0 && !EximAddress.TryParse(text, out _)) return Choices.Of(Truth.Error);
        return Failing(ListReader.ReadPlain(context, list, ListSubject.OfAddress(text), Origin));
    }

    // A match that cannot be completed makes the expansion fail.
    private static Choices<Truth> Failing(Choices<Truth> of) => of.Select(static t => t == Truth.Defer ? Truth.Error : t);
}
