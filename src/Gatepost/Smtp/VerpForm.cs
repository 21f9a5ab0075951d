namespace Gatepost.Smtp;

/// <summary>What kind of machine-made return path an address is.</summary>
public enum VerpForm
{
    /// <summary>None that is known.</summary>
    None,
    /// <summary>Takes bounces: <c>bounces@</c>, <c>b-123-…@</c>, <c>owner-list@</c>, a random identifier.</summary>
    Bounce,
    /// <summary>Takes bounces and names the recipient: <c>bounces+user=example.com@</c>.</summary>
    Verp,
    /// <summary>Sender Rewriting Scheme: <c>SRS0=…</c>.</summary>
    Srs,
    /// <summary>Bounce Address Tag Validation: <c>prvs=…</c>, <c>btv1==…</c>.</summary>
    Prvs,
    /// <summary>Reads no answers: <c>no-reply@</c>.</summary>
    NoReply,
}
