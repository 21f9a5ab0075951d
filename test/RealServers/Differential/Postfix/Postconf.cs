using System.Text;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Asks the real postconf and postmap about many cases in one go: each case is a folder and a line of shell, and what the line prints comes back.</summary>
internal static class Postconf
{
    private const string Folder = "/run/gatepost/postconf";
    private const string End = "=-=-=";

    /// <summary>A case: files by name, and the line that is run in their folder.</summary>
    public sealed record Case(IReadOnlyDictionary<string, string> Files, string Line);

    public static async Task<IReadOnlyList<string>> Ask(string name, IReadOnlyList<Case> cases)
    {
        var script = new StringBuilder($"cd {Folder}/{name}\n");
        for (var i = 0; i < cases.Count; i++)
        {
            var folder = ServersRoot.Outside($"{Folder}/{name}/{i}");
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in cases[i].Files.Append(KeyValuePair.Create("err", "")))
            {
                var path = Path.Combine(folder, file);
                await File.WriteAllTextAsync(path, text);
                // Files that are younger than two seconds make Postfix wait.
                File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(50));
            }

            script.Append($"cd {i}\n{cases[i].Line} 2>>err || true\ncd ..\necho '{End}'\n");
        }

        await File.WriteAllTextAsync(ServersRoot.Outside($"{Folder}/{name}/script"), script.ToString());
        var printed = await ServersRoot.Run(ServersRoot.Program("/bin/dash", $"{Folder}/{name}/script"));
        return printed.Split(End + "\n")[..^1];
    }

    /// <summary>What a case left on standard error.</summary>
    public static string Errors(string name, int @case) => File.ReadAllText(ServersRoot.Outside($"{Folder}/{name}/{@case}/err"));
}
