using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Worlds;

/// <summary>Keeps every dialog that another dialer held, without the secret of its login. For many threads.</summary>
public sealed class RecordingDialer(ISmtpDialer dialer, int most = RecordingDialer.Most) : ISmtpDialer
{
    /// <summary>Dialogs kept unless told otherwise; those beyond are held, and not kept.</summary>
    public const int Most = 2_000;

    private readonly RecordingLog<DialogResult> _log = new(most);

    /// <summary>The dialogs so far, in the order they were begun.</summary>
    public IReadOnlyList<DialogResult> Dialogs => _log.Kept();

    /// <summary>False where there were more than are kept.</summary>
    public bool IsComplete => _log.IsComplete;

    /// <inheritdoc/>
    public async ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
    {
        var place = _log.Reserve();
        var result = await dialer.Hold(plan, cancel).ConfigureAwait(false);
        _log.Keep(place, result with { Plan = result.Plan with { Login = null } });
        return result;
    }
}
