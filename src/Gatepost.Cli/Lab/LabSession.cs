using System.Buffers;
using System.Text;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Lab;
using Gatepost.Reports;

namespace Gatepost.Cli.Lab;

/// <summary>Opens a world, explains and probes in it, and shows what came out beside what was to come out.</summary>
internal sealed class LabSession(LabWorld world, ReportStyle style, bool isJson, Output output, Messages messages)
{
    private const int InputLines = 14;
    private const QuestionKind Everything = QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    /// <summary>Runs it; gives the exit code.</summary>
    public async Task<int> Run(bool keeps)
    {
        using var time = new CancellationTokenSource(s_timeout);
        await using var lab = RunningLab.Open(world);
        var examiner = new LabExaminer(lab);
        if (!isJson) Head();
        var finding = await examiner.Explain(time.Token).ConfigureAwait(false);
        var isRight = finding.Diagnosis.Cause.Id == world.ExpectedCause && Names.Of(finding.Diagnosis.Owner) == world.ExpectedOwner;
        if (isJson)
        {
            var line = new ArrayBufferWriter<byte>();
            using var json = new JsonReport();
            json.Write(finding.Diagnosis, line);
            output.Write(line.WrittenSpan);
        }
        else
        {
            Explained(finding);
            if (world.Target is { } target) await Probe(examiner, target, finding.Diagnosis.Cause, time.Token).ConfigureAwait(false);
            output.Write(isRight ? $"\nAs it should be: {world.ExpectedCause}, {world.ExpectedOwner}.\n"
                : $"\nThis should have been {world.ExpectedCause}, {world.ExpectedOwner}.\n");
        }

        output.Flush();
        if (keeps) await Keep(lab).ConfigureAwait(false);
        return isRight ? Exit.Fine : Exit.Bad;
    }

    private void Head()
    {
        var text = new StringBuilder();
        text.Append(world.Name).Append(": ").Append(world.Title).Append("\n\n");
        Paragraph.Append(text, world.Story, style.Columns, "");
        text.Append("\nIn hand:\n");
        var lines = world.Input.Split('\n');
        foreach (var line in lines.Take(InputLines)) text.Append("  ").Append(Escape.Line(line)).Append('\n');
        if (lines.Length > InputLines) text.Append($"  … and {lines.Length - InputLines} lines more\n");
        output.Write(text);
    }

    private void Explained(Finding finding)
    {
        var text = new StringBuilder("\nWhat `gatepost explain --live` says:\n\n");
        AdminReport.Write(finding.Diagnosis, style, text);
        output.Write(text);
    }

    private async Task Probe(LabExaminer examiner, string target, Cause explained, CancellationToken cancel)
    {
        if (!ProbeTarget.TryParse(target, out var parsed, out _) || parsed.Domain is null) return;
        var prober = new Prober(examiner.Dns, examiner.Dialer, examiner.Options, TimeProvider.System);
        var observations = await prober.Gather(new Inquiry(Everything) { Domain = parsed.Domain, Recipient = parsed.Recipient }, cancel).ConfigureAwait(false);
        var text = new StringBuilder($"\nWhat `gatepost probe {target}` says:\n\n");
        var verdict = ProbeVerdict.Of(observations);
        // The same cause has the same reasons and fixes: they stand above.
        ProbeReport.Write(verdict, style, text, withReasons: verdict.Diagnosis?.Cause.Id != explained.Id);
        output.Write(text);
    }

    private async Task Keep(RunningLab lab)
    {
        var text = new StringBuilder("\nThe world runs until Ctrl-C. Its addresses, and where they are on this machine:\n\n");
        foreach (var (address, way) in lab.Routes is LabRoutes routes ? routes.Ways : [])
        {
            var command = address.Port == 53
                ? $"dig @{way.Address} -p {way.Port} MX {Domain()}"
                : $"swaks --server {way.Address} --port {way.Port} --to {world.Target ?? "pat@tulip.example"} --quit-after RCPT";
            text.Append($"  {address,-22} {way,-18} {command}\n");
        }

        output.Write(text);
        output.Flush();
        var stopped = new TaskCompletionSource();
        using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        });
        using var terminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        });
        await stopped.Task.ConfigureAwait(false);
        messages.Write("the world is closed.");
    }

    private string Domain() => world.Target is { } target && target.Contains('@', StringComparison.Ordinal) ? target[(target.LastIndexOf('@') + 1)..] : "tulip.example";
}
