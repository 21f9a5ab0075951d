using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>A table: a list or a map.</summary>
/// <param name="Name">Its name, <c>&lt;domains&gt;</c>; one without a name shows its entries.</param>
/// <param name="Entries">The entries, each key once; of a map that says a key twice the last.</param>
/// <param name="Origin">Where it is defined.</param>
internal sealed record SmtpdTable(string Name, ImmutableArray<SmtpdEntry> Entries, Origin Origin)
{
    /// <summary>What would be asked where the entries are not at hand: <c>mysql:/etc/mail/mysql.conf</c>; null where they are.</summary>
    public string? Source { get; init; }

    /// <summary>True where the keys have values. Of a table that is asked at another program it is not known.</summary>
    public bool IsMap { get; init; }

    /// <summary>True where the table may stand for a list as well as for a map: a database, another program.</summary>
    public bool IsDynamic { get; init; }
}
