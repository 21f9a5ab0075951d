using System.Net;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>Makes the atoms of every dimension.</summary>
internal sealed class AtomBuilder
{
    private const int MostCertificateTexts = 12;

    private readonly IReadOnlyList<Party> _parties;

    private readonly IReadOnlyList<CellMaker> _cells;

    private AtomBuilder(IReadOnlyList<Party> parties, IReadOnlyList<CellMaker> cells) => (_parties, _cells) = (parties, cells);

    /// <summary>The attempt that values are put in.</summary>
    public static Attempt Template { get; } = new() { Client = IPAddress.Parse("203.0.113.7"), Helo = "client.example", MailFrom = "user@sender.example", RcptTo = "user@elsewhere.example" };

    /// <summary>The atoms by dimension.</summary>
    public static IAtoms[] Make(IReadOnlyList<Party> parties, IReadOnlyList<LeafMarks> marks, IReadOnlyList<CellMaker> cells, ProofOptions options)
    {
        var builder = new AtomBuilder(parties, cells);
        return [.. Enum.GetValues<Dimension>().Select(d => builder.Make(d, marks[(int)d], options))];
    }

    /// <summary>The cells of a dimension.</summary>
    public static CellMaker Cells(Dimension dimension, LeafMarks marks) => dimension switch
    {
        Dimension.Recipient => new CellMaker(marks, "elsewhere", isAddress: true),
        Dimension.Sender => new CellMaker(marks, "sender", isAddress: true),
        Dimension.Login => new CellMaker(marks, "login", isAddress: false),
        Dimension.Tls => new CellMaker(marks, "certificate", isAddress: false),
        _ => new CellMaker(marks, "client", isAddress: false),
    };

    /// <summary>The number of notes behind the leaves' columns of each policy.</summary>
    public static int Notes(Dimension dimension) => dimension switch
    {
        Dimension.Client or Dimension.Name or Dimension.Tls or Dimension.Login or Dimension.Sender => 1,
        Dimension.Recipient => 3,
        _ => 0,
    };

    private IAtoms Make(Dimension dimension, LeafMarks marks, ProofOptions options)
    {
        switch (dimension)
        {
            case Dimension.Client:
                var kinds = options.Strangers.Kinds();
                return Table<IPAddress>(dimension, static (a, v) => a with { Client = v }, ClientCells.Of(marks.Networks.Concat(options.Strangers.Cuts)), [s => (int)kinds(s.Client)]);
            case Dimension.Name:
                return Table<ClientName>(dimension, static (a, v) => a with { Name = v }, OtherCells.Names(_cells[(int)dimension].Texts()), [s => options.Strangers.Trusts(s.Attempt.Name) ? 1 : 0]);
            case Dimension.Helo:
                return Table<string?>(dimension, static (a, v) => a with { Helo = v }, OtherCells.Helos(_cells[(int)dimension].Texts()), []);
            case Dimension.Login:
                return Table<Login?>(dimension, static (a, v) => a with { Login = v }, OtherCells.Logins(_cells[(int)dimension].Texts(), marks.Mechanisms), [static s => (int)Credentials.Of(s.Attempt.Login)]);
            case Dimension.Tls:
                return Certificates(marks);
            case Dimension.Sender:
                return new AddressCells(Template, _parties, marks, _cells[(int)dimension], dimension, static (a, v) => a with { MailFrom = v }, static _ => [static s => Problem(s.Sender)]).Collapse();
            default:
                return new AddressCells(Template, _parties, marks, _cells[(int)dimension], dimension, static (a, v) => a with { RcptTo = v },
                    static p => [static s => Problem(s.Recipient), static s => s.Recipient.IsAlwaysAccepted ? 1 : 0, s => (int)p.Own.KindOf(s.Recipient)]).Collapse();
        }
    }

    // Few texts are combined in all ways; of many, those of each field that differ: a leaf looks at one field of a certificate.
    private AtomTable<Tls?> Certificates(LeafMarks marks)
    {
        var texts = _cells[(int)Dimension.Tls].Texts().Select(static t => ((string?)t.Value, t.Rank)).Append((null, 0)).ToList();
        return Table<Tls?>(Dimension.Tls, static (a, v) => a with { Tls = v }, texts.Count <= MostCertificateTexts
            ? OtherCells.Certificates(texts, texts, texts)
            : OtherCells.Certificates(Field(static t => new Tls(t, true)), Field(static t => new Tls(null, true, t)), Field(static t => new Tls(null, true, null, t))), [Kind]);

        int Kind(Session s) => (int)Credentials.Of(s.Attempt.Tls, marks);

        List<(string?, int)> Field(Func<string?, Tls> make)
        {
            var field = Table<string?>(Dimension.Tls, (a, v) => a with { Tls = make(v) }, texts, [Kind]);
            return [.. field.Examples.Select(static (e, i) => (e, i))];
        }
    }

    private AtomTable<T> Table<T>(Dimension dimension, Func<Attempt, T, Attempt> put, IEnumerable<(T Value, int Rank)> values, IReadOnlyList<Func<Session, int>> notes)
    {
        var isAsked = _parties.Any(p => p.Leaves(dimension).Count > 0);
        var table = new AtomTable<T>(Template, [.. _parties.Select(p => new Probe<T>(p.Policy, put, [.. p.Leaves(dimension).Select(static l => l.Leaf)], notes))]);
        foreach (var (value, rank) in isAsked || notes.Count > 0 ? values : values.Take(1)) table.Add(value, rank);
        return table.Sort();
    }

    private static int Problem(ResolvedAddress address) => (int)ReplyKinds.Of(address.Problem);
}
