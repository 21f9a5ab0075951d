using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Tables: defined, referred to, and written in place.</summary>
internal sealed partial class SmtpdParser
{
    private Coverage? Table(Origin origin)
    {
        var name = String("a table's name");
        if (_failed) return null;
        if (Config.Tables.ContainsKey(name)) FailName($"table <{name}> is defined twice");
        if (_failed) return null;
        if (Peek().IsSymbol("{"))
        {
            Config.Tables[name] = Inline($"<{name}>", origin);
            return Coverage.Understood;
        }

        var source = String("a table's source");
        if (_failed) return null;
        var file = new SmtpdTableFile(files, options, notes);
        var (table, coverage) = file.Open($"<{name}>", source, origin);
        Config.Tables[name] = table;
        return coverage;
    }

    // { a, b } or { k = v, l = w }: commas are optional, and the first entry says which.
    private SmtpdTable Inline(string name, Origin origin)
    {
        TakeSymbol("{");
        var entries = new List<SmtpdEntry>();
        bool? isMap = null;
        while (!_failed && !TakeSymbol("}"))
        {
            var at = Peek().Origin;
            var key = String("an entry");
            string? value = null;
            if (!_failed && (TakeSymbol("=") || TakeSymbol("=>"))) value = String("a value");
            if (!_failed && (isMap ??= value is not null) != (value is not null)) Fail("a table holds either names or names with values");
            if (_failed) break;
            entries.Add(new SmtpdEntry(AsciiText.Lower(key), value, at));
            if (TakeSymbol(",") && Peek().IsSymbol("}")) Fail("an entry should stand after the comma");
        }

        if (!_failed && entries.Count == 0) Fail("a table in braces needs an entry");
        return new SmtpdTable(name, Once(entries), origin) { IsMap = isMap == true };
    }

    // A table in the place of an option: a name in angle brackets, one string, or braces.
    private SmtpdTable? Tables(string what)
    {
        var first = Peek();
        if (TakeSymbol("<"))
        {
            var name = String("a table's name");
            if (!_failed && !TakeSymbol(">")) Fail("> should stand here");
            if (_failed) return null;
            if (Config.Tables.TryGetValue(name, out var table)) return table;
            FailName($"there is no table <{name}> above this line");
            return null;
        }

        if (first.IsSymbol("{"))
        {
            var from = _at;
            var inline = Inline("", first.Origin);
            return inline with { Name = string.Join(' ', _statement[from.._at]) };
        }

        var text = String(what);
        return _failed ? null : new SmtpdTable(first.ToString(), [new SmtpdEntry(AsciiText.Lower(text), null, first.Origin)], first.Origin);
    }

    // A table for tests: a list. OpenSMTPD 7 also takes the keys of a map in some places.
    private SmtpdTable? ListOf(string what, bool takesMaps = false)
    {
        var table = Tables(what);
        if (table is { IsMap: true, IsDynamic: false } && !takesMaps) FailName($"{table.Name} holds names with values, and {what} takes a list");
        return _failed ? null : table;
    }

    private SmtpdTable? MapOf(string what)
    {
        var table = Tables(what);
        if (table is { IsMap: false, IsDynamic: false }) FailName($"{table.Name} is a list, and {what} takes names with values");
        return _failed ? null : table;
    }

    private static ImmutableArray<SmtpdEntry> Once(List<SmtpdEntry> entries)
    {
        var last = new Dictionary<string, SmtpdEntry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries) last[entry.Key] = entry;
        return last.Count == entries.Count ? [.. entries] : [.. last.Values];
    }
}
