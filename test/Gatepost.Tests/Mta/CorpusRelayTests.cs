using System.Net;
using System.Text;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Tests.Mta;

/// <summary>
/// The cases in corpus/relay: each a configuration as the server has it, questions, and what the real server decided. A case is written before the reader is mended.
/// </summary>
public sealed class CorpusRelayTests
{
    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        var root = Path.Combine(Golden.Root(), "corpus", "relay");
        if (!Directory.Exists(root)) return data;
        foreach (var server in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
            foreach (var folder in Directory.EnumerateDirectories(server).Order(StringComparer.Ordinal)) data.Add(Path.GetRelativePath(root, folder));
        return data;
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void A_case_is_decided_as_the_real_server_does(string name)
    {
        var folder = Path.Combine(Golden.Root(), "corpus", "relay", name);
        var files = new DirectoryFiles(folder, DirectoryKind.Complete);
        var found = Recognition.Directory(files, folder);
        Assert.NotNull(found);
        var configuration = ConfigurationReader.Read(found.Value.Software, files, found.Value.Path, Options(folder));
        var questions = QuestionFile.Parse(File.ReadAllText(Path.Combine(folder, "questions.txt")));
        Assert.Empty(questions.Problems);
        var decisions = new StringBuilder();
        foreach (var question in questions.Lines)
        {
            var policy = PolicyChoice.Of(configuration, question.Attempt!.Listener);
            Assert.NotNull(policy);
            decisions.Append(DecisionLine.Write(Evaluator.Evaluate(policy, question.Attempt.Attempt))).Append('\n');
        }

        Golden.AssertFile(Path.Combine(folder, "decisions.txt"), decisions.ToString());
    }

    // A file options.txt may say what the configuration does not: hostname=, interface=ADDRESS/BITS, version=.
    private static ReadingOptions Options(string folder)
    {
        var options = new ReadingOptions();
        var path = Path.Combine(folder, "options.txt");
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var value = line[(equals + 1)..].Trim();
            options = line[..equals].Trim() switch
            {
                "hostname" => options with { HostName = value },
                "version" => options with { Version = value },
                "interface" => options with { Interfaces = options.Interfaces.Add(IPNetwork.Parse(value)) },
                "address" => options with { Addresses = options.Addresses.Add(IPAddress.Parse(value)) },
                _ => throw new InvalidDataException(line),
            };
        }

        return options;
    }
}
