namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Zoho: <c>a@b Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 text</c>, and in warnings
/// <c>[Status: Error, Address: &lt;a@b&gt;, ResponseCode 421, , text]</c>.
/// </summary>
internal sealed class ZohoDialect : BounceDialect
{
    /// <inheritdoc/>
    public override string Software => "zoho";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks { get; } = ["error_code :", "[status: error, address:"];

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => text.Says("error_code :") || (text.Says("[status: error, address:") && text.Says("responsecode"));

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        foreach (var line in text.Lines)
        {
            var code = line.Text.IndexOf("ERROR_CODE :", StringComparison.Ordinal);
            if (code < 0) code = line.Text.IndexOf("ResponseCode ", StringComparison.Ordinal);
            if (code < 0 || AddressFinder.First(line.Text.AsSpan(0, code)) is not { } address) continue;
            var end = line.Text.IndexOf(address, StringComparison.Ordinal) + address.Length;
            var words = line.Text[Math.Min(end, code)..code].Trim(' ', ',', '>');
            var reply = line.Text[code..].Replace("ERROR_CODE :", "", StringComparison.Ordinal).Replace("ResponseCode ", "", StringComparison.Ordinal).TrimEnd(']');
            reply = string.Join(' ', reply.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            var detail = DetailReader.Read(reply);
            findings.Add(new Finding { Recipient = address, Detail = detail with { Explanation = words.Length > 2 ? words : null } });
        }
    }
}
