using System.Diagnostics;
using System.Text;

namespace Gatepost.Cli.Tests;

/// <summary>Runs the program as it was built: GATEPOST_PROGRAM where it is set (the published one), else through dotnet.</summary>
internal static class Cli
{
    public sealed record Result(int Exit, string Out, string Error);

    public static string Program { get; } = Environment.GetEnvironmentVariable("GATEPOST_PROGRAM") is { Length: > 0 } published
        ? published
        : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Gatepost.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "Gatepost.Cli.dll"));

    public static ProcessStartInfo Start(params string[] args)
    {
        var isManaged = Program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isManaged ? "dotnet" : Program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        if (isManaged) start.ArgumentList.Add(Program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("NO_COLOR");
        return start;
    }

    public static Result Run(params string[] args) => RunWith([], args);

    public static Result RunWith(string input, params string[] args) => RunWith(Encoding.UTF8.GetBytes(input), args);

    public static Result RunWith(byte[] input, string[] args, Action<ProcessStartInfo>? change = null)
    {
        var start = Start(args);
        change?.Invoke(start);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want its input.
        }

        Assert.True(process.WaitForExit(60_000), "still running after a minute");
        var result = new Result(process.ExitCode, output.Result, error.Result);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.DoesNotContain("Unhandled", result.Error);
        return result;
    }
}
