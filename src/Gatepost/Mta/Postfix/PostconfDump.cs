using System.Text;
using Gatepost.Mta.Postfix.Syntax;

namespace Gatepost.Mta.Postfix;

/// <summary>What <c>postconf</c> prints: <c>name = value</c> (plain and -n), services (-M), and <c>service/type/name = value</c> (-P), in any order in one text.</summary>
public static class PostconfDump
{
    private static readonly string[] s_types = ["inet", "unix", "unix-dgram", "fifo", "pass"];

    /// <summary>True where a text holds lines that only <c>postconf -M</c> or <c>-P</c> prints. What <c>postconf -n</c> prints is a main.cf.</summary>
    public static bool Looks(string text)
    {
        var lines = new LogicalLineReader(text);
        while (lines.Next())
            if (IsService(lines.Text) || IsOverride(lines.Text, out _, out _)) return true;
        return false;
    }

    /// <summary>Reads it into the two files that it was printed from. Lines keep their numbers.</summary>
    public static (MainFile Main, MasterFile Master) Read(string text, string file)
    {
        var (main, master) = (new StringBuilder(), new StringBuilder());
        var overrides = new List<(string Service, string Setting)>();
        var lines = new LogicalLineReader(text);
        var (mainLine, masterLine) = (1, 1);
        while (lines.Next())
        {
            if (IsOverride(lines.Text, out var service, out var setting)) overrides.Add((service.ToString(), setting.ToString()));
            else if (IsService(lines.Text)) Put(master, ref masterLine, lines.Line, lines.Text);
            else if (!lines.Text.StartsWith("postconf: ")) Put(main, ref mainLine, lines.Line, lines.Text);
        }

        // With -M the overrides are there already.
        if (master.Length == 0)
        {
            foreach (var group in overrides.GroupBy(static o => o.Service))
            {
                var slash = group.Key.LastIndexOf('/');
                master.Append($"{group.Key[..slash]} {group.Key[(slash + 1)..]} n - n - - {(group.Key.EndsWith("/inet", StringComparison.Ordinal) || group.Key.EndsWith("/pass", StringComparison.Ordinal) ? "smtpd" : group.Key[..slash])}");
                foreach (var (_, setting) in group) master.Append($" -o {{ {setting} }}");
                master.Append('\n');
            }
        }

        return (MainFile.Parse(main.ToString(), file), MasterFile.Parse(master.Length == 0 ? MasterFile.Default : master.ToString(), file));
    }

    private static void Put(StringBuilder to, ref int at, int line, ReadOnlySpan<char> text)
    {
        for (; at < line; at++) to.Append('\n');
        to.Append(text).Append('\n');
        at++;
    }

    // name type private unprivileged chroot …
    private static bool IsService(ReadOnlySpan<char> line)
    {
        PostfixText.NextWord(ref line, PostfixText.Blanks, out _);
        return PostfixText.NextWord(ref line, PostfixText.Blanks, out var type) && IsType(type)
            && PostfixText.NextWord(ref line, PostfixText.Blanks, out var isPrivate) && isPrivate is "y" or "n" or "-";
    }

    // name/type/parameter = value
    private static bool IsOverride(ReadOnlySpan<char> line, out ReadOnlySpan<char> service, out ReadOnlySpan<char> setting)
    {
        service = setting = default;
        if (PostfixText.SplitNameValue(line, out var name, out _) is not null) return false;
        var last = name.LastIndexOf('/');
        if (last <= 0) return false;
        var type = name[..last].LastIndexOf('/');
        if (type <= 0 || !IsType(name[(type + 1)..last])) return false;
        service = name[..last];
        setting = PostfixText.SkipSpace(line)[(last + 1)..];
        return true;
    }

    private static bool IsType(ReadOnlySpan<char> text)
    {
        foreach (var type in s_types)
            if (text.SequenceEqual(type)) return true;
        return false;
    }
}
