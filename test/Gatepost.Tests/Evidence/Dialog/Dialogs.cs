using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Tests.Evidence.Dialog;

/// <summary>Plans and dialogs for the tests.</summary>
internal static class Dialogs
{
    /// <summary>Bounds so tight that a hostile server is soon done with, and wide enough for a busy machine.</summary>
    public static DialogLimits Tight { get; } = new()
    {
        Connect = TimeSpan.FromSeconds(2),
        Reply = TimeSpan.FromSeconds(5),
        Total = TimeSpan.FromSeconds(8),
        Quit = TimeSpan.FromSeconds(1),
    };

    /// <summary>Bounds for servers that are to be waited for in vain.</summary>
    public static DialogLimits Impatient { get; } = Tight with { Reply = TimeSpan.FromMilliseconds(150), Quit = TimeSpan.FromMilliseconds(50) };

    public static DialogPlan Plan(IPEndPoint server, params string[] recipients) =>
        new("mx.example.net", server, "probe.example.org")
        {
            Limits = Tight,
            Envelopes = recipients.Length == 0 ? [] : [new Envelope("", recipients)],
        };

    public static async Task<DialogResult> Hold(DialogPlan plan) =>
        await new SocketDialer(DirectRoutes.Instance, TimeProvider.System).Hold(plan, TestContext.Current.CancellationToken);

    /// <summary>Holds a dialog with a script.</summary>
    public static async Task<DialogResult> With(string script, Func<DialogPlan, DialogPlan>? change = null, int[]? segments = null)
    {
        await using var server = new ScriptedSmtpServer(script) { Segments = segments ?? [] };
        var plan = Plan(server.Address, "a@example.com");
        var result = await Hold(change is null ? plan : change(plan));
        Assert.True(server.Surprise is null, $"not expected: {server.Surprise}");
        return result;
    }
}
