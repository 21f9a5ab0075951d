using System.Diagnostics;
using Gatepost.RealServers.Mail;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers.Live;

/// <summary><c>gatepost audit --confirm</c> against real Postfix: what the configuration says and what the running server says.</summary>
public sealed class ConfirmTests(AllWorlds worlds) : RealServersTest(worlds), IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatepost-confirm-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_witness_is_accepted_by_the_running_server()
    {
        var (exit, said) = Audit(Servers.Open, "mynetworks = 0.0.0.0/0");
        Assert.Equal(1, exit);
        Assert.Contains("says 250", said);
        Assert.Contains("The configuration says the same.", said);
    }

    [Fact]
    public void A_server_that_runs_with_another_configuration_is_told()
    {
        var (_, said) = Audit(Servers.Open, "mynetworks = 192.0.2.255");
        Assert.Contains("The configuration says otherwise", said);
    }

    private (int Exit, string Said) Audit(Postfix server, string networks)
    {
        File.WriteAllText(Path.Combine(_folder, "main.cf"), $"compatibility_level = 3.6\nmyhostname = {server.Host}\nmydestination = {string.Join(", ", server.Domains)}\nlocal_recipient_maps =\n{networks}\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n");
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Gatepost.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Gatepost.Cli.dll"));
        var start = new ProcessStartInfo("dotnet", [program, "audit", _folder, "--confirm", $"{server.Address}:25", "--i-operate-this-server"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.ReplaceLineEndings(" ").Replace("         ", " ", StringComparison.Ordinal) + error.Result);
    }
}
