using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence;

/// <summary>Holds dialogs with another wish about STARTTLS than the prober's; TLS from the first octet stays what it is.</summary>
public sealed class TlsModeDialer(ISmtpDialer inner, TlsMode mode) : ISmtpDialer
{
    /// <inheritdoc/>
    public ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel) =>
        inner.Hold(plan.Tls == TlsMode.IfOffered ? plan with { Tls = mode } : plan, cancel);
}
