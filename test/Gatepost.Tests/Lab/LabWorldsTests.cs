using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Diagnoses;
using Gatepost.Evidence.Dns;
using Gatepost.Lab;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Lab;

/// <summary>The worlds themselves: well formed, complete, and true to what they say.</summary>
public partial class LabWorldsTests
{
    public static TheoryData<string> Worlds() => [.. LabWorlds.All.Select(static w => w.Name)];

    private static LabWorld World(string name) => LabWorlds.Find(name)!;

    [Fact]
    public void Every_relay_cause_has_a_world()
    {
        var causes = Directory.EnumerateFiles(Repository.File("docs/causes"), "GP1*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(causes, LabWorlds.All.Select(static w => w.ExpectedCause).Distinct().Order(StringComparer.Ordinal)!);
    }

    [Fact]
    public void Names_are_unique_and_the_page_lists_them_all()
    {
        Assert.Equal(LabWorlds.All.Count, LabWorlds.All.Select(static w => w.Name).Distinct().Count());
        var expected = LabWorlds.All.Select(static w => $"| `{w.Name}` | {w.Title} | [{w.ExpectedCause}](causes/{w.ExpectedCause}.md) | {w.ExpectedOwner} |");
        Assert.Equal(expected, File.ReadLines(Repository.File("docs/lab.md")).Where(static l => l.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_world_tells_its_story_in_a_few_sentences(string name)
    {
        var world = World(name);
        Assert.Matches(KebabCase(), world.Name);
        Assert.InRange(world.Story.Split(". ").Length, 2, 5);
        Assert.False(world.Title.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_input_is_read_into_one_refusal(string name)
    {
        var items = new RefusalSource().Read(name, Encoding.UTF8.GetBytes(World(name).Input));
        Assert.Single(items.SelectMany(static i => i.Outcome.Refusals));
    }

    [Fact]
    public void What_the_text_alone_tells_is_as_written_down()
    {
        var lines = LabWorlds.All.Select(static world =>
        {
            var told = Rulebook.Default.Diagnose(new RefusalSource().Read(world.Name, Encoding.UTF8.GetBytes(world.Input)).SelectMany(static i => i.Outcome.Refusals).First());
            var right = told.Cause.Id == world.ExpectedCause && Gatepost.Reports.Names.Of(told.Owner) == world.ExpectedOwner;
            return $"{world.Name}: {told.Cause.Id} {Gatepost.Reports.Names.Of(told.Owner)}{(right ? "" : $", to be {world.ExpectedCause} {world.ExpectedOwner}")}\n";
        });
        Golden.Assert("told-by-text.txt", string.Concat(lines));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task A_world_opens_and_every_mail_server_can_be_found_by_its_name(string name)
    {
        var world = World(name);
        await using var lab = RunningLab.Open(world);
        var resolver = lab.Routes.To(lab.Resolver)!;
        if (world.ExpectedCause == "GP115") return;
        foreach (var server in world.Servers)
        {
            var answer = await RawDns.Udp(resolver, RawDns.Query(server.Host, DnsType.A));
            Assert.Equal(server.Address, new IPAddress(answer.Records.First(static r => r.Type == DnsType.A).Data).ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task What_SPF_records_include_is_there(string name)
    {
        var world = World(name);
        await using var lab = RunningLab.Open(world);
        foreach (var text in world.NameServers.SelectMany(static s => s.Zones).SelectMany(static z => z.Records).Select(static r => r.Data).OfType<DnsData.Txt>())
            foreach (Match match in Include().Matches(text.Text))
                Assert.NotEqual(0, (await RawDns.Udp(lab.Routes.To(lab.Resolver)!, RawDns.Query(match.Groups[1].Value, DnsType.Txt))).Counts[1]);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Addresses_are_from_the_ranges_for_documentation(string name)
    {
        var addresses = World(name).Servers.Select(static s => s.Address).Concat(World(name).NameServers.Select(static s => s.Address));
        Assert.All(addresses, static a => Assert.Matches(Documentation(), a));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void No_two_name_servers_share_an_address(string name) =>
        Assert.All(World(name).NameServers.GroupBy(static s => s.Address), static group => Assert.Single(group));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"include:(\S+)")]
    private static partial Regex Include();

    [GeneratedRegex(@"^(192\.0\.2|198\.51\.100|203\.0\.113)\.")]
    private static partial Regex Documentation();
}
