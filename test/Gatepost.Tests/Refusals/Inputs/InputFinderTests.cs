using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class InputFinderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gatepost-find-");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Touch(params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");
        }
    }

    private List<string> Find(string below = "") =>
    [
        .. InputFinder.Find([Path.Join(_folder.FullName, below)]).Select(e =>
            Path.GetRelativePath(_folder.FullName, e.Source) + (e.Note is null && e.Problem is null ? "" : $" ({e.Note ?? e.Problem})")),
    ];

    [Fact]
    public void Files_come_in_the_order_of_their_paths()
    {
        Touch("b", "a/z", "a.txt", "a/b/c", "a-1", "B", "é");
        Assert.Equal(["B", "a-1", "a.txt", "a/b/c", "a/z", "b", "é"], Find());
        Assert.Equal(Find().Order(StringComparer.Ordinal), Find());
    }

    [Fact]
    public void Hidden_entries_are_told_once_and_read_when_named()
    {
        Touch(".a", ".b/c", "d");
        Assert.Equal(["d", ". (2 hidden entries were passed over.)"], Find());
        Assert.Equal([".b/c"], Find(".b"));
        Assert.Equal([".a"], Find(".a"));
    }

    [Fact]
    public void In_a_Maildir_only_its_mails_are_read()
    {
        Touch("m/cur/1:2,S", "m/new/2", "m/tmp/3", "m/dovecot.index", "m/.Sent/cur/4:2,", "m/.Sent/new/5", "m/.Sent/maildirfolder", "m/.git/x", "m/.Sent/tmp/6");
        Assert.Equal(["m/.Sent/cur/4:2,", "m/.Sent/new/5", "m/cur/1:2,S", "m/new/2"], Find("m"));
        Assert.Equal(["m/new/2"], Find("m/new"));
    }

    [Fact]
    public void Symbolic_links_are_followed_without_end_only_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links");
        Touch("a/f", "b/g");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "other"), "../b");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "nowhere"), "nothing");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "loop"), "loop");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "file"), "../b/g");
        var found = Find();
        Assert.Contains("a/file", found);
        Assert.Contains("a/other/g", found);
        Assert.Contains("a/f", found);
        Assert.Single(found, static f => f.StartsWith("a/nowhere (", StringComparison.Ordinal));
        Assert.Single(found, static f => f.StartsWith("a/loop (", StringComparison.Ordinal));
        Assert.Single(found, static f => f.StartsWith("a/up (This directory was read already", StringComparison.Ordinal));
        Assert.Single(found, static f => f.StartsWith("b (This directory was read already", StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_input_is_read_once_and_what_is_missing_is_kept_for_the_opener() =>
        Assert.Equal(["-", "/nonexistent/x"], InputFinder.Find(["-", "/nonexistent/x", "-"]).Select(static e => e.Source));

    [Fact]
    public void Empty_files_are_marked()
    {
        Touch("a");
        File.WriteAllText(Path.Combine(_folder.FullName, "b"), "");
        Assert.Equal([false, true], InputFinder.Find([_folder.FullName]).Select(static e => e.IsEmpty));
    }
}
