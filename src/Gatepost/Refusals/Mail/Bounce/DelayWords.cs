namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The words by which a report says that it is a warning: the message is still being tried.</summary>
internal static class DelayWords
{
    private static readonly WordTable Delayed = new(
    [
        "warning message only", "do not need to resend", "no action is required", "has not yet been delivered", "has not been delivered yet", "will be retried", "temporary failure report", "still being retried", "still trying", "will continue to try", "will keep trying",
        "will try again", "delivery incomplete", "temporary problem delivering", "delivery has been delayed", "has been delayed", "is delayed", "delayed for more than", "message is delayed", "will be attempted again", "delivery attempts will continue", "further attempts", "not yet been delivered",
        "wird weiterhin versucht", "noch nicht zugestellt", "verzögert", "n'a pas encore été", "aún no se ha", "non è ancora stat", "ainda não foi", "nog niet", "ещё не доставлен", "еще не доставлен", "まだ配信されて", "遅延",
    ]);

    private static readonly WordTable GivenUp = new(["given up", "giving up", "failed permanently", "permanent error", "permanent fatal", "i'm not going to try again", "will not be retried", "no further delivery", "permanent failure", "too long", "could not be delivered to one"]);

    /// <summary>What became of the message by the report's own words.</summary>
    public static RefusalKind Kind(BounceText text)
    {
        if (text.Subject.Contains("(Delay)", StringComparison.OrdinalIgnoreCase) || text.Subject.Contains("error: warning", StringComparison.OrdinalIgnoreCase)) return RefusalKind.Delayed;
        if (Delayed.IsIn(text.Report)) return GivenUp.IsIn(text.Report) ? RefusalKind.Failed : RefusalKind.Delayed;
        return text.Subject.StartsWith("Warning:", StringComparison.OrdinalIgnoreCase) && text.Subject.Contains("delayed", StringComparison.OrdinalIgnoreCase) ? RefusalKind.Delayed : RefusalKind.Failed;
    }
}
