using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>smtpd.conf as it was read: filled by the parser, then only looked at.</summary>
internal sealed class SmtpdConfig
{
    public Dictionary<string, SmtpdTable> Tables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SmtpdAction> Actions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SmtpdFilter> Filters { get; } = new(StringComparer.Ordinal);

    public List<SmtpdListen> Listeners { get; } = [];

    public List<SmtpdMatch> Rules { get; } = [];

    /// <summary>The character that begins a tag in a local part.</summary>
    public char Delimiter { get; set; } = '+';

    /// <summary>Where the key for sender rewriting (SRS) is set; null where none is.</summary>
    public Origin? SrsKey { get; set; }
}
