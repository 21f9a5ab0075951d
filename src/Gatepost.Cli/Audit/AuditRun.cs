using System.Buffers;
using System.Net;
using System.Text;
using Gatepost.Audits;
using Gatepost.Cli.Commands;
using Gatepost.Cli.Terminal;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Questions;
using Gatepost.Reports;

namespace Gatepost.Cli.Audit;

/// <summary>Reads a configuration, puts the questions, prints the answers; gives the exit code.</summary>
internal sealed class AuditRun(AuditRequest request, Output output, Messages messages)
{
    private readonly Knowledge _knowledge = request.Assumptions.IsEmpty ? Knowledge.None : new AssumedKnowledge(request.Assumptions);

    public int Run()
    {
        if (Read(request.Path) is not { } configuration) return Exit.Usage;
        if (configuration.Policies.IsEmpty) return Nothing(configuration);
        if (!request.Asks.IsEmpty) return Ask(configuration, request.Asks);
        if (request.AskFile is { } questions) return AskFile(configuration, questions);
        if (request.Against is { } other) return Against(configuration, other);
        return request.Assert is { } assert ? Assert(configuration, assert) : Whole(configuration);
    }

    private AuditOptions Options => new()
    {
        Trusted = request.Trusted,
        TrustedNames = request.TrustedNames,
        Own = [.. request.Reading.Addresses.Select(static a => new IPNetwork(a, a.GetAddressBytes().Length * 8))],
        Assumptions = request.Assumptions,
    };

    private Configuration? Read(string path)
    {
        if (ConfigurationSource.Read(path, request.Software, request.Reading, out var problem) is { } read) return read;
        messages.Write(problem);
        return null;
    }

    // Without a listener there is nothing to decide; what is wrong is all there is to say.
    private int Nothing(Configuration configuration)
    {
        foreach (var problem in configuration.Problems) messages.Write($"{problem.Origin}: {problem.What}");
        messages.Write($"{request.Path} has no listener that takes mail.");
        return Exit.Unknown;
    }

    private int Whole(Configuration configuration)
    {
        var options = Options;
        if (request.HostedDomains is { } list and not HostedByDns.Word)
        {
            if (ReadText(list) is not { } text) return Exit.Usage;
            options = options with { HostedDomains = [.. text.Split('\n').Select(static l => l.Split('#')[0].Trim().TrimEnd('.').ToLowerInvariant()).Where(static l => l.Length > 0)] };
        }

        var audit = Auditor.Run(configuration, options);
        if (request.HostedDomains == HostedByDns.Word) audit = HostedByDns.Compare(audit, request);
        Write(audit);
        var confirmed = request.Confirm is null || new Confirmation(request, output, messages).Run(audit);
        var isBad = audit.Verdict == AuditVerdict.Open || audit.Findings.Any(f => f.Severity >= request.FailOn);
        return isBad ? Exit.Bad : audit.Verdict == AuditVerdict.Unknown || !confirmed ? Exit.Unknown : Exit.Fine;
    }

    private void Write(Gatepost.Audits.Audit audit)
    {
        switch (request.Form)
        {
            case AuditForm.Json:
                Bytes(b => AuditJson.Write(request.Path, audit, b));
                break;
            case AuditForm.Sarif:
                var folder = Path.IsPathRooted(request.Path) || request.Path == "-" ? "" : Directory.Exists(request.Path) ? request.Path : Path.GetDirectoryName(request.Path) ?? "";
                Bytes(b => SarifReport.Write(audit.Findings, ProgramVersion.Text, folder.TrimStart('.', '/'), b));
                break;
            default:
                var text = new StringBuilder();
                AuditReport.Write(request.Path, audit, request.Style, text);
                output.Write(text);
                break;
        }
    }

    private int Ask(Configuration configuration, IReadOnlyList<AttemptLine> asks)
    {
        var exit = Exit.Fine;
        for (var i = 0; i < asks.Count; i++)
        {
            if (PolicyChoice.Of(configuration, asks[i].Listener) is not { } policy) return NoListener(configuration, asks[i].Listener!);
            var decision = Evaluator.Evaluate(policy, asks[i].Attempt, _knowledge);
            exit = Math.Max(exit, decision.Kind switch { DecisionKind.Accept => Exit.Fine, DecisionKind.Depends => Exit.Unknown, _ => Exit.Bad });
            if (request.Form == AuditForm.Json)
            {
                Bytes(b => DecisionJson.Write(policy.Listener, asks[i].Attempt, decision, b));
                continue;
            }

            var text = new StringBuilder(i == 0 ? "" : "\n");
            DecisionReport.Write(policy.Listener, asks[i].Attempt, decision, request.Style, text);
            if (asks[i].Listener is null)
                foreach (var other in configuration.Policies.Where(p => !ReferenceEquals(p, policy) && !p.Listener.IsInternal))
                    DecisionReport.WriteShort(other.Listener, Evaluator.Evaluate(other, asks[i].Attempt, _knowledge), request.Style, text);
            output.Write(text);
        }

        return exit;
    }

    // One line for each question, in the form of the questions themselves.
    private int AskFile(Configuration configuration, string path)
    {
        if (ReadQuestions(path) is not { } file) return Exit.Usage;
        var exit = Exit.Fine;
        foreach (var line in file.Lines)
        {
            if (line.Attempt is not { } attempt) continue;
            if (PolicyChoice.Of(configuration, attempt.Listener) is not { } policy) return NoListener(configuration, attempt.Listener!);
            var decision = Evaluator.Evaluate(policy, attempt.Attempt, _knowledge);
            if (decision.Kind == DecisionKind.Depends) exit = Exit.Unknown;
            if (request.Form == AuditForm.Json) Bytes(b => DecisionJson.Write(policy.Listener, attempt.Attempt, decision, b));
            else output.Write($"{Escape.Line(line.Text.Trim())} -> {Escape.Line(DecisionLine.Write(decision))}{(Deciding.Line(decision) is { } origin ? $"  ({Escape.Line(origin.ToString())})" : "")}\n");
        }

        return exit;
    }

    private int Against(Configuration before, string path)
    {
        if (Read(path) is not { } after) return Exit.Usage;
        var changes = Migration.Compare(before, after, Options);
        if (request.Form == AuditForm.Json) Bytes(b => MigrationJson.Write(request.Path, path, changes, b));
        else
        {
            var text = new StringBuilder();
            MigrationReport.Write(request.Path, path, changes, request.Style, text);
            output.Write(text);
        }

        return changes.IsEmpty ? Exit.Fine : Exit.Bad;
    }

    private int Assert(Configuration configuration, string path)
    {
        if (ReadQuestions(path) is not { } file) return Exit.Usage;
        var results = Assertions.Check(file, configuration, Options, _knowledge);
        if (request.Form == AuditForm.JUnit) output.Write(JUnitReport.Write(request.Path, results));
        else if (request.Form == AuditForm.Json) Bytes(b => AssertionReport.Write(results, b));
        else
        {
            var text = new StringBuilder();
            AssertionReport.Write(path, results, request.Style, text);
            output.Write(text);
        }

        return results.Any(static r => r.Holds == false) ? Exit.Bad : results.Any(static r => r.Holds is null) ? Exit.Unknown : Exit.Fine;
    }

    private QuestionFile? ReadQuestions(string path)
    {
        if (ReadText(path) is not { } text) return null;
        var file = QuestionFile.Parse(text);
        if (file.Problems.IsEmpty) return file;
        foreach (var (line, problem) in file.Problems) messages.Write($"{path}:{line}: {problem}");
        return null;
    }

    private string? ReadText(string path)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Write($"{path} cannot be read.");
            return null;
        }
    }

    private int NoListener(Configuration configuration, string name)
    {
        var names = configuration.Policies.Select(static p => p.Listener.Name).ToArray();
        messages.Write($"there is no listener {name}.{Nearest.Hint(name, names)} There are {string.Join(", ", names)}.");
        return Exit.Usage;
    }

    private void Bytes(Action<ArrayBufferWriter<byte>> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(bytes);
        output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}
