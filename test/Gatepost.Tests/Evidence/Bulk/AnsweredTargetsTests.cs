using System.Buffers;
using System.Text;
using Gatepost.Evidence.Bulk;
using Gatepost.Reports;
using Gatepost.Tests.Reports;

namespace Gatepost.Tests.Evidence.Bulk;

public sealed class AnsweredTargetsTests
{
    private static byte[] Output(params string[] targets)
    {
        using var json = new ProbeJson();
        var output = new ArrayBufferWriter<byte>();
        foreach (var target in targets) json.Write(target, ProbeSamples.Accepts, true, output);
        return output.WrittenSpan.ToArray();
    }

    private static Task<AnsweredTargets> Read(byte[] bytes) => AnsweredTargets.Read(new MemoryStream(bytes), TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_was_answered_is_known()
    {
        var answered = await Read(Output("a.example", "pat@b.example"));
        Assert.True(answered.Contains("a.example") && answered.Contains("pat@b.example"));
        Assert.False(answered.Contains("b.example"));
        Assert.Equal((2, 0, true), (answered.Count, answered.BrokenLines, answered.EndsCleanly));
    }

    [Fact]
    public async Task Cut_off_anywhere_no_answer_is_believed_that_is_not_whole()
    {
        var first = Output("a.example").Length;
        var whole = Output("a.example", "b.example");
        for (var length = first; length < whole.Length; length++)
        {
            var answered = await Read(whole[..length]);
            Assert.True(answered.Contains("a.example"));
            // Without its line feed the line is whole all the same.
            Assert.Equal(length == whole.Length - 1, answered.Contains("b.example"));
            Assert.Equal(length == first, answered.EndsCleanly);
        }
    }

    [Fact]
    public async Task Lines_that_are_no_answers_are_counted()
    {
        var answered = await Read(Encoding.UTF8.GetBytes("nonsense\n{\"schema\":\"gatepost.explain/1\",\"target\":\"a.example\"}\n\n[1]\n{\"schema\":\"gatepost.probe/1\",\"inner\":{\"target\":\"b.example\"}}\n"));
        Assert.Equal((0, 4), (answered.Count, answered.BrokenLines));
    }
}
