namespace Gatepost.Mta.Postfix.Tables;

/// <summary>How keys of tables are read.</summary>
/// <param name="QuotesKeys">True where a key may hold white space in quotes (from 3.2).</param>
/// <param name="FoldsAll">True where letter case does not matter beyond ASCII (with smtputf8_enable).</param>
internal readonly record struct TableRules(bool QuotesKeys, bool FoldsAll);
