using System.Globalization;

namespace Gatepost.Refusals.Transcripts;

/// <summary>One row of an Exchange protocol log; a value that is missing is empty.</summary>
internal readonly record struct ExchangeRow(ExchangeColumns Columns, List<string> Values)
{
    public string Connector => Value(Columns.Connector);
    public string SessionId => Value(Columns.Session);
    public string Remote => Value(Columns.Remote);
    public string Event => Value(Columns.Event);
    public string Data => Value(Columns.Data);
    public string Context => Value(Columns.Context);

    public DateTimeOffset? Time =>
        DateTimeOffset.TryParse(Value(Columns.Time), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;

    private string Value(int column) => column >= 0 && column < Values.Count ? Values[column] : "";
}
