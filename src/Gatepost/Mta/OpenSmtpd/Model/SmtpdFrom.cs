namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>What the <c>from</c> of a match rule looks at.</summary>
internal enum SmtpdFrom
{
    /// <summary>The machine itself; what a rule without <c>from</c> means.</summary>
    Local,
    /// <summary>Any client.</summary>
    Any,
    /// <summary>The local socket.</summary>
    Socket,
    /// <summary>The client's address.</summary>
    Source,
    /// <summary>The client's name, from its PTR record alone.</summary>
    Name,
}
