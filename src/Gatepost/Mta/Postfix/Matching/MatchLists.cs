using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Reads match lists into items: files are inlined, tables opened, exceptions marked.</summary>
internal sealed class MatchLists(PostfixTables tables, IConfigFiles files)
{
    private const int DeepestFile = 8;
    private const int MostItems = 2_000_000;

    public ImmutableArray<ListItem> Read(Setting setting)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        Read(setting.Value, setting.Origin, isExcluded: false, 0, items);
        return items.ToImmutable();
    }

    /// <summary>The tables of a list of lookup tables.</summary>
    public ImmutableArray<PostfixTable> Maps(Setting setting) => [.. ListTokens.Split(setting.Value).Select(map => tables.Open(map, setting.Origin))];

    /// <summary>The tables of a restriction list that the proxymap service is asked for.</summary>
    public IEnumerable<PostfixTable> Proxied(Setting list) =>
        ListTokens.Split(list.Value).Where(static word => word.StartsWith("proxy:", StringComparison.Ordinal)).Select(word => tables.Open(word, list.Origin));

    // A type:name; [2001:db8::1] is none.
    public static bool IsTable(string item) => !item.StartsWith('[') && item.Contains(':', StringComparison.Ordinal);

    private void Read(string value, Origin origin, bool isExcluded, int depth, ImmutableArray<ListItem>.Builder items)
    {
        foreach (var token in ListTokens.Split(value))
        {
            if (token.StartsWith('#') || items.Count >= MostItems) return;
            var text = token.TrimStart('!');
            var excluded = isExcluded ^ (((token.Length - text.Length) & 1) == 1);
            if (text.StartsWith('/')) Inline(text, origin, excluded, depth, items);
            else if (IsTable(text)) items.Add(Opened(text, excluded, origin));
            else if (text.Length > 0) items.Add(new ListItem(text, excluded, origin));
        }
    }

    private ListItem Opened(string text, bool excluded, Origin origin)
    {
        var table = UnfoldedTable.Of(tables.Open(text, origin));
        return new ListItem(text, excluded, origin, table) { Fault = table.Fault?.What };
    }

    private void Inline(string path, Origin origin, bool excluded, int depth, ImmutableArray<ListItem>.Builder items)
    {
        var file = depth < DeepestFile ? files.Read(path) : new ConfigFile(path, path, null, ConfigFileState.Unreadable);
        if (file.Text is null && file.State is not ConfigFileState.Missing && depth < DeepestFile)
        {
            items.Add(new ListItem(path, excluded, origin, tables.Unread(path, file, origin)));
            return;
        }

        if (file.Text is null)
        {
            items.Add(new ListItem(path, excluded, origin) { Fault = file.State == ConfigFileState.Missing ? $"{path} is missing" : $"{path} cannot be read" });
            return;
        }

        var line = 0;
        foreach (var text in file.Text.Split('\n'))
        {
            line++;
            if (!text.StartsWith('#')) Read(text, new Origin(file.Shown, line), excluded, depth + 1, items);
        }
    }
}
