using CsCheck;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Tests.Evidence.Dialog;

public class ChunkingTests
{
    private static readonly string[] Scripts =
    [
        "S: 220-mx\nS: 220 x\nC: EHLO *\nS: 250-x\nS: 250-SIZE 1\nS: 250 y\nC: MAIL *\nS: 250 ok\nC: RCPT *\nS: 550-5.7.1 no\nS: 550 5.7.1 relay\nC: QUIT\nS: 221 x",
        "S: 220 x\nC: EHLO *\nS: 250-x\nS: 250 PIPELINING\nC: MAIL *\nC: RCPT *\nS: 250 ok\nS: 250 ok\nC: RSET\nC: QUIT\nS: 250 x\nS: 221 x",
        "S: 220 x\nC: EHLO *\nraw: 250-x\\n25\nS: 0 y\ndrop",
        "S: 220-x\nS: 2x0 y\ndrop",
        "raw: 220 0123456789012345678901234567890123456789012345678901234567890123456789\\r\\n\nsilent",
        "S: 220-0123456789\nS: 220-0123456789\nS: 220-0123456789\nS: 220-0123456789\nS: 220-0123456789\nS: 220-0123456789\nS: 220-0123456789\nS: 220 0123\nsilent",
    ];

    private static readonly DialogLimits Small = Dialogs.Tight with { LineLength = 60, TotalOctets = 100, Quit = TimeSpan.FromSeconds(3) };

    [Fact]
    public async Task How_the_servers_octets_are_cut_does_not_matter()
    {
        var whole = new List<string>();
        foreach (var script in Scripts) whole.Add(await Look(script, []));
        await Gen.Select(Gen.Int[0, Scripts.Length - 1], Gen.Int[1, 9].Array[1, 4]).SampleAsync(
            async (script, segments) => Assert.Equal(whole[script], await Look(Scripts[script], segments)), iter: 60);
    }

    private static async Task<string> Look(string script, int[] segments)
    {
        var limits = script.Contains("0123456789", StringComparison.Ordinal) ? Small : Dialogs.Tight;
        var result = await Dialogs.With(script, p => p with { Limits = limits }, segments);
        return $"{result.Outcome} {string.Join('|', result.Wire.Skip(1).Select(static l => $"{l.Kind} {l.Text}"))} {string.Join('|', result.Recipients)}";
    }
}
