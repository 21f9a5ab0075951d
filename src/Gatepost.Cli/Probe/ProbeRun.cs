using System.Buffers;
using System.Text;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Reports;

namespace Gatepost.Cli.Probe;

/// <summary>Probes the targets of the command line, one after the other, and prints each answer as soon as it is there.</summary>
internal sealed class ProbeRun(ProbeRequest request, ProbeTools tools, Output output, Messages messages)
{
    private const QuestionKind Questions = QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports;

    /// <summary>Answers for all targets; gives the exit code, the worst one.</summary>
    public async Task<int> Run()
    {
        var questioner = new Questioner(tools.Dns, tools.Dialer, request, request.Dialogs.Common with { Roots = tools.Roots }, Questions);
        var now = request.Targets[0];
        messages.ShowProgress(() => $"asking about {Escape.Line(now.Text, 60)}");
        var exit = Exit.Fine;
        foreach (var target in request.Targets)
        {
            now = target;
            using var time = new CancellationTokenSource(request.Timeout);
            if (request.IsRelayTest)
            {
                exit = Math.Max(exit, await new RelayTestRun(request, tools, output, messages).Run(target, time.Token).ConfigureAwait(false));
                continue;
            }

            var verdict = await questioner.Ask(target, time.Token).ConfigureAwait(false);
            Print(target, verdict, isFirst: target == request.Targets[0]);
            exit = Math.Max(exit, ProbeExit.Of(verdict));
        }

        return exit;
    }

    private void Print(ProbeTarget target, ProbeVerdict verdict, bool isFirst)
    {
        if (request.IsJson)
        {
            using var json = new ProbeJson();
            var line = new ArrayBufferWriter<byte>();
            json.Write(target.Text, verdict, request.Style.Verbose, line);
            output.Write(line.WrittenSpan);
        }
        else
        {
            var text = new StringBuilder(isFirst ? "" : "\n");
            ProbeReport.Write(verdict, request.Style, text);
            output.Write(text);
        }

        output.Flush();
    }
}
