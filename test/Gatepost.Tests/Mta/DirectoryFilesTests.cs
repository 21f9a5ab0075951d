using Gatepost.Mta;

namespace Gatepost.Tests.Mta;

public sealed class DirectoryFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatepost-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Paths_of_the_servers_home_are_the_directorys_own()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "copy")).FullName;
        File.WriteAllText(Path.Combine(copy, "access"), "a OK\n");
        var read = new DirectoryFiles(copy, DirectoryKind.Complete).Read("/etc/postfix/access");
        Assert.Equal(("access", "a OK\n"), (read.Shown, read.Text));
    }

    [Fact]
    public void A_path_of_another_place_is_not_taken_for_one_of_the_same_name()
    {
        File.WriteAllText(Path.Combine(_folder, "access"), "");
        Assert.Equal(ConfigFileState.Missing, new DirectoryFiles(_folder, DirectoryKind.Complete).Read("/etc/other/access").State);
    }

    [Fact]
    public void A_copy_of_a_whole_root_is_read_by_its_paths()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "etc/mail"));
        File.WriteAllText(Path.Combine(_folder, "etc/mail/access"), "x");
        Assert.Equal("etc/mail/access", new DirectoryFiles(_folder, DirectoryKind.Complete).Read("/etc/mail/access").Shown);
    }

    [Fact]
    public void Nothing_outside_is_read_but_for_the_live_configuration()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "inner")).FullName;
        var outer = Path.Combine(_folder, "secret");
        File.WriteAllText(outer, "s");
        Assert.Equal(ConfigFileState.Outside, new DirectoryFiles(inner, DirectoryKind.Copy).Read(outer).State);
        Assert.Equal(ConfigFileState.Missing, new DirectoryFiles(inner, DirectoryKind.Complete).Read(outer).State);
        Assert.NotEqual("s", new DirectoryFiles(inner, DirectoryKind.Copy).Read("../secret").Text);
        Assert.Equal("s", new DirectoryFiles(inner, DirectoryKind.Live).Read(outer).Text);
    }

    [Fact]
    public void What_is_no_file_is_told()
    {
        var files = new DirectoryFiles(_folder, DirectoryKind.Complete);
        Assert.Equal(ConfigFileState.Missing, files.Read("/etc/postfix/none").State);
        Directory.CreateDirectory(Path.Combine(_folder, "maps"));
        Assert.Equal(ConfigFileState.Unreadable, files.Read(Path.Combine(_folder, "maps")).State);
        File.WriteAllText(Path.Combine(_folder, "maps/b"), "");
        File.WriteAllText(Path.Combine(_folder, "maps/a"), "");
        Assert.Equal(["/etc/postfix/maps/a", "/etc/postfix/maps/b"], files.List("/etc/postfix/maps"));
    }
}
