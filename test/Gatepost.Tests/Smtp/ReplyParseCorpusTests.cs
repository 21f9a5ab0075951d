using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class ReplyParseCorpusTests
{
    [Fact]
    public void Reads_code_and_status_of_every_collected_refusal_line()
    {
        var path = SharedCorpus.Find("texts/refusals.tsv");
        Assert.SkipWhen(path is null, "the shared corpus is not here");
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            if (line.Split('\t') is not [_, var text, var code, var status, ..]) continue;
            var reply = Reply.Parse(text);
            if ($"{reply.Code}" != code || $"{reply.Enhanced}" != status) wrong.Add($"{text} => {reply.Code} {reply.Enhanced}");
        }

        Assert.Empty(wrong);
    }
}
