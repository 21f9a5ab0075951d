using System.Diagnostics;

namespace Gatepost.RealServers.Hosts;

/// <summary>
/// The root that holds the servers, made by <c>eng/real-servers</c> and only there where that script runs the tests. Each
/// server has a folder of its own under <c>/run/gatepost</c> in it, which lies in memory and ends with the run.
/// </summary>
internal static class ServersRoot
{
    public const string NotHere = "runs under eng/real-servers run";

    private static readonly string? s_path = Environment.GetEnvironmentVariable("GATEPOST_SERVERS");

    /// <summary>False where the tests were started without the script: there is nothing to test then.</summary>
    public static bool IsHere => s_path is { Length: > 0 };

    /// <summary>Where a path of the root lies as seen from here.</summary>
    public static string Outside(string inside) => s_path + inside;

    /// <summary>Makes a server's folder and gives its path as the server sees it.</summary>
    public static string Folder(string name)
    {
        var inside = $"/run/gatepost/{name}";
        Directory.CreateDirectory(Outside(inside));
        return inside;
    }

    public static void Write(string inside, string text) => File.WriteAllText(Outside(inside), text);

    /// <summary>A program of the root, as the server's own machine would start it.</summary>
    public static ProcessStartInfo Program(string path, params string[] arguments) => Start("chroot", [s_path!, path, .. arguments]);

    /// <summary>A line of shell in the root.</summary>
    public static ProcessStartInfo Shell(string line) => Program("/bin/dash", "-euc", line);

    /// <summary>A program outside of the root.</summary>
    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        return start;
    }

    /// <summary>Runs to the end and gives what was printed.</summary>
    public static async Task<string> Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}\n{output}{await error}");
    }
}
