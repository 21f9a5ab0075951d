using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>One <c>type:name</c> lookup table. Immutable; looks up in time that does not grow with its size where its kind allows.</summary>
public abstract class PostfixTable
{
    /// <summary>As configured: <c>hash:/etc/postfix/access</c>.</summary>
    public abstract string Name { get; }

    /// <summary>True for kinds that Postfix also asks with parts of an address (hash, btree, lmdb, cdb, texthash, inline, sql, ldap, static); false for regexp, pcre, cidr, tcp.</summary>
    public abstract bool TakesPartialKeys { get; }

    /// <summary>
    /// Looks up one key, which the caller has brought into the form that Postfix asks with (the kind folds letter case itself where Postfix does).
    /// </summary>
    public abstract TableResult Find(ReadOnlySpan<char> key);

    /// <summary>
    /// Names the landmarks of the table's keys: <paramref name="mark"/> is called with each fixed key; patterns and networks are named directly.
    /// </summary>
    public abstract void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark);

    /// <summary>Every value with the line it stands at, in order: for finding out what results a table can give. An opaque table has none.</summary>
    public abstract IEnumerable<TableEntry> Entries { get; }

    /// <summary>The condition to ask where the content is not known (SQL, LDAP, tcp, missing snapshot); null where it is.</summary>
    public abstract OpaqueTable? Outside { get; }

    /// <summary>What is broken so that every lookup fails (missing file, host bits in a CIDR line only warn); null where nothing is.</summary>
    public abstract TableFault? Fault { get; }
}
