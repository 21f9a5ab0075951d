namespace Gatepost.Refusals.Transcripts;

/// <summary>Where the columns of an Exchange protocol log stand; -1 for one that is not there.</summary>
internal sealed record ExchangeColumns(int Time, int Connector, int Session, int Local, int Remote, int Event, int Data, int Context)
{
    /// <summary>Exchange's own order, for a log that begins in the middle.</summary>
    public static ExchangeColumns Default { get; } =
        Read("date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context");

    public static ExchangeColumns Read(ReadOnlySpan<char> fields)
    {
        var names = fields.ToString().Split(',', StringSplitOptions.TrimEntries);
        int At(string name) => Array.FindIndex(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new ExchangeColumns(
            At("date-time"), At("connector-id"), At("session-id"), At("local-endpoint"), At("remote-endpoint"), At("event"), At("data"), At("context"));
    }
}
