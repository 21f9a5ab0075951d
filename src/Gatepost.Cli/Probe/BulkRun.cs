using System.Runtime.InteropServices;
using Gatepost.Cli.Terminal;
using Gatepost.Evidence;
using Gatepost.Evidence.Bulk;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Probe;

/// <summary>Probes a list: answers as JSON lines on standard output, resumable, paced for each provider unless the servers are the user's own.</summary>
internal sealed class BulkRun(ProbeRequest request, ProbeTools tools, Output output, Messages messages)
{
    private const QuestionKind Questions = QuestionKind.MailRouting | QuestionKind.RecipientTaken;
    private const int RememberedAnswers = 8192;
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    /// <summary>Answers for all targets of the list; gives the exit code.</summary>
    public async Task<int> Run()
    {
        var name = request.Bulk!;
        var (answered, unread) = await Answered().ConfigureAwait(false);
        if (unread is not null) return Unreadable(request.Resume!, unread);
        using var list = Open(name, out var missing);
        if (list is null) return Unreadable(name, missing!);

        var isPaced = !request.IsOperator;
        var dns = new RecentDns(tools.Dns, RememberedAnswers, TimeProvider.System);
        var dialer = isPaced ? new PacedDialer(tools.Dialer, Gap, TimeProvider.System) : tools.Dialer;
        var probe = new BulkProbe(new Questioner(dns, dialer, request, request.Dialogs.Common with { AskNameServers = false }, Questions), dns, request, isPaced);
        var sink = new BulkSink(name == "-" ? "standard input" : name, output, messages);
        using var runner = new BulkRunner(probe, sink, new BulkOptions { Parallel = request.Parallel, Gap = isPaced ? Gap : TimeSpan.Zero, IsOrdered = request.IsOrdered }, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = Stop(cancel));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = Stop(cancel));
        messages.ShowProgress(() => $"{runner.Written:#,0} answered");
        try
        {
            await runner.Run(BulkList.Read(list, cancel.Token), answered, cancel.Token).ConfigureAwait(false);
        }
        finally
        {
            messages.Dispose();
        }

        sink.End();
        output.Flush();
        return cancel.IsCancellationRequested ? Exit.Interrupted : Math.Max(probe.ExitCode, sink.ExitCode);
    }

    // The first signal ends the run in good order, the second one the program.
    private static bool Stop(CancellationTokenSource cancel)
    {
        if (cancel.IsCancellationRequested) return false;
        cancel.Cancel();
        return true;
    }

    private async Task<(AnsweredTargets? Answered, string? Problem)> Answered()
    {
        if (request.Resume is not { } path) return (null, null);
        using var stream = Open(path, out var problem);
        if (stream is null) return (null, problem);
        var answered = await AnsweredTargets.Read(stream, CancellationToken.None).ConfigureAwait(false);
        if (answered.BrokenLines > 0) messages.Write($"{path}: {answered.BrokenLines:#,0} {(answered.BrokenLines == 1 ? "line holds" : "lines hold")} no answer and {(answered.BrokenLines == 1 ? "is" : "are")} passed over; the targets are asked again.");
        // What is appended to a file that was cut off in a line must not join that line.
        if (!answered.EndsCleanly) output.Write("\n"u8);
        return (answered, null);
    }

    private int Unreadable(string path, string problem)
    {
        messages.Write($"{path} cannot be read: {problem}");
        return Exit.Unknown;
    }

    private static Stream? Open(string path, out string? problem)
    {
        problem = null;
        if (path == "-") return Console.OpenStandardInput();
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "no such file.",
                UnauthorizedAccessException => "it is a directory, or permission is denied.",
                _ => "the operating system reports an error.",
            };
            return null;
        }
    }
}
