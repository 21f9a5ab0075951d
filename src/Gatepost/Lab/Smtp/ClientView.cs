using System.Globalization;
using System.Net;

namespace Gatepost.Lab.Smtp;

/// <summary>What a server knows when a session begins.</summary>
/// <param name="Address">The client's address.</param>
/// <param name="Now">The time.</param>
public sealed record ClientView(IPAddress Address, DateTimeOffset Now)
{
    /// <summary>The time as mail writes it (RFC 5322 section 3.3).</summary>
    internal string Date => Now.ToString("ddd, d MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
