using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Configurations of public projects, where they are at hand, are read and understood.</summary>
public sealed class RealConfigurationsTests(ITestOutputHelper output)
{
    [Fact]
    public void They_are_read_and_understood()
    {
        var folder = SharedCorpus.Find("configs");
        Assert.SkipWhen(folder is null, "there are no public configurations beside the checkout");
        var (lines, understood) = (0, 0);
        foreach (var main in Directory.EnumerateFiles(folder, "main.cf*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var configuration = PostfixReader.Read(new DirectoryFiles(Path.GetDirectoryName(main)!, DirectoryKind.Copy), main, new ReadingOptions());
            output.WriteLine($"{Path.GetRelativePath(folder, main)}: {configuration.Policies.Length} listeners, {configuration.Domains.Length} domains, {configuration.Problems.Length} problems");
            foreach (var line in configuration.Coverage)
            {
                lines++;
                if (!line.PreventsProof) understood++;
                else output.WriteLine($"  {line.Origin} {line.Setting}: {line.Coverage} {line.Because}");
            }

            foreach (var problem in configuration.Problems) output.WriteLine($"  {problem.Origin} {problem.Kind}: {problem.What}");
            foreach (var policy in configuration.Policies)
                Evaluator.Evaluate(policy, new Attempt { Client = System.Net.IPAddress.Parse("192.0.2.1"), Helo = "client.test", MailFrom = "a@sender.test", RcptTo = "u@far.test" });
        }

        Assert.True(understood >= lines * 0.99, $"{understood} of {lines} lines");
    }
}
