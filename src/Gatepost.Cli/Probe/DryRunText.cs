using System.Net;
using System.Text;
using Gatepost.Cli.Terminal;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Probing;
using Gatepost.Reports;

namespace Gatepost.Cli.Probe;

/// <summary>Says what would be asked and sent. Nothing is: neither mail dialogs nor DNS questions.</summary>
internal static class DryRunText
{
    public static void Write(ProbeRequest request, Output output)
    {
        var text = new StringBuilder();
        foreach (var target in request.Targets)
        {
            if (target.Server is { } server) Server(text, request, target, server);
            else Domain(text, request, target);
        }

        output.Write(text.Append("Nothing was sent.\n"));
    }

    private static void Server(StringBuilder text, ProbeRequest request, ProbeTarget target, ProbeServer server)
    {
        var plan = Plan(request, target, server);
        text.Append(Escape.Line(target.Text)).Append('\n');
        if (server.Address is null) text.Append($"would look up the addresses of {server.Host} at {Resolver(request)},\n");
        text.Append(server.Address is null ? "then connect to each of them, " : $"would connect to {server.Host}, ").Append($"port {plan.Address.Port}, and say:\n");
        Append(text, plan);
    }

    private static void Domain(StringBuilder text, ProbeRequest request, ProbeTarget target)
    {
        var inquiry = new Inquiry(QuestionKind.RecipientTaken) { Domain = target.Domain, Recipient = target.Recipient, Sender = request.Dialogs.Sender };
        var plan = new DialogPlans(request.Dialogs.Common).Recipient($"an MX host of {target.Domain}", IPAddress.None, inquiry);
        text.Append(Escape.Line(target.Text)).Append('\n')
            .Append($"would look up the MX records of {target.Domain} at {Resolver(request)},\n")
            .Append("ask each of its name servers for them, look up the MX hosts' addresses,\n")
            .Append($"then connect to each address, port {plan.Address.Port}, and say:\n");
        Append(text, request.MxTls is { } tls ? plan with { Tls = tls } : plan);
        text.Append("and see whether ports 465 and 587 of those addresses answer.\n");
    }

    private static void Append(StringBuilder text, DialogPlan plan)
    {
        foreach (var line in DryRun.Lines(plan)) text.Append("  ").Append(line).Append('\n');
    }

    private static DialogPlan Plan(ProbeRequest request, ProbeTarget target, ProbeServer server) =>
        request.Dialogs.Plan(target, server, server.Address ?? IPAddress.None);

    private static string Resolver(ProbeRequest request) => request.Resolver is { } resolver ? $"resolver {resolver}" : "the system's resolver";
}
