using Gatepost.Mta;
using Gatepost.Mta.Exim;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Tests.Mta.Exim;

/// <summary>Configurations that are in use.</summary>
public class EximTemplateTests
{
    [Fact]
    public void Exims_own_default_configuration_is_understood()
    {
        var configuration = EximAsk.Read(File.ReadAllText(Path.Combine(Golden.Root(), "test", "Gatepost.Tests", "Mta", "Exim", "default.conf")), ("/etc/aliases", "root: bob\n"));
        Assert.Empty(configuration.Problems);
        Assert.DoesNotContain(configuration.Coverage, static l => l.PreventsProof);
        Assert.Equal("550 relay not permitted", configuration.Ask("u@far.test"));
        Assert.Equal("550 Restricted characters in address", configuration.Ask("u%far.test@mx.ours.test"));
        Assert.Equal("550 Restricted characters in address", configuration.Ask("u%far.test@far.test", client: "127.0.0.1"));
        Assert.Equal("accept", configuration.Ask("postmaster@mx.ours.test"));
        Assert.Equal("accept", configuration.Ask("u@far.test", client: "127.0.0.1", from: ""));
        Assert.Equal(ProofStatus.Proved, OpenRelayQuestion.Ask(configuration.Policies[0]).Status);
    }

    [Theory]
    [InlineData("  accept hosts = *")]
    [InlineData("  accept senders = *@ours.test")]
    [InlineData("  accept hosts = !10.0.0.0/8")]
    [InlineData("  accept condition = ${if match{$sender_helo_name}{^mail}}")]
    [InlineData("  warn set acl_m_ok = ${if eqi{$sender_address}{boss@ours.test}{yes}{no}}\n  accept condition = $acl_m_ok")]
    public void An_open_relay_is_shown_by_an_attempt(string statements)
    {
        var result = OpenRelayQuestion.Ask(EximAsk.Acl(statements).Policies[0]);
        Assert.Equal(ProofStatus.Witness, result.Status);
        Assert.True(result.Decision!.IsRelayed);
    }

    [Fact]
    public void The_templates_of_a_control_panel_are_understood()
    {
        var folder = SharedCorpus.Find("configs/hestiacp__hestiacp/install/deb/exim");
        Assert.SkipWhen(folder is null, "the collection is not here");
        foreach (var path in Directory.EnumerateFiles(folder!, "*.template"))
        {
            var configuration = EximReader.Read(new DirectoryFiles(folder!, DirectoryKind.Copy), path, new ReadingOptions { HostName = "mx.ours.test" });
            Assert.DoesNotContain(configuration.Problems, static p => p.Kind is ConfigProblemKind.Syntax or ConfigProblemKind.UnknownName or ConfigProblemKind.WillNotRun);
            Assert.DoesNotContain(configuration.Coverage, static l => l.Coverage == Coverage.Unrecognised);
            Assert.NotEqual("accept", configuration.Ask("u@far.test", helo: "192.0.2.7"));
        }
    }
}
