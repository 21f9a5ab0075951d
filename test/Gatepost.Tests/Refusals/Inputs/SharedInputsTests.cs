using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

/// <summary>The formats of the real mails and logs beside the checkout.</summary>
public sealed class SharedInputsTests
{
    private static List<ReadItem> Read(string part)
    {
        var folder = SharedCorpus.Find(part);
        Assert.SkipWhen(folder is null, "the shared corpus is not here");
        return [.. new RefusalSource(workers: 2).Read([folder])];
    }

    [Fact]
    public void Every_mail_is_read_as_a_mail()
    {
        var items = Read("bounces").Where(static item => item.Source.Contains(".eml", StringComparison.Ordinal)).ToList();
        Assert.Empty(items.Where(static item => item.Problem is not null).Select(static item => item.Source));
        Assert.Empty(items.Where(static item => item.Outcome.Format is InputFormat.Unknown or InputFormat.Text or (> InputFormat.Mail and < InputFormat.SendGrid))
            .Select(static item => $"{item.Source}: {item.Outcome.Format} {item.Outcome.Instead}"));
    }

    [Theory]
    [InlineData("logs/postfix")]
    [InlineData("logs/exim")]
    public void Every_log_is_read_as_a_log(string part) =>
        Assert.All(Read(part).Where(static item => new FileInfo(item.Source).Length > 200), static item => Assert.True(item.IsPart || item.Log is not null, $"{item.Source}: {item.Outcome.Format} {item.Outcome.Instead}"));
}
