using Gatepost.Mta.Postfix.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>Opens lookup tables, each name once.</summary>
public abstract class PostfixTables
{
    /// <summary>The table of a <c>type:name</c>, which may be nested (<c>proxy:</c>, <c>unionmap:{…}</c>). Never null: what cannot be opened is a table with a <see cref="PostfixTable.Fault"/>.</summary>
    public abstract PostfixTable Open(string typeName, Origin origin);

    /// <summary>The table that stands for a file of a list which the server could read and this reader may not: it may say anything.</summary>
    public virtual PostfixTable Unread(string path, ConfigFile file, Origin origin) => ClosedTable.Beyond(path, takesPartialKeys: false, origin);
}
