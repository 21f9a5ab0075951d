namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>What the <c>for</c> of a match rule looks at.</summary>
internal enum SmtpdFor
{
    /// <summary>The machine's own names; what a rule without <c>for</c> means.</summary>
    Local,
    /// <summary>Any domain.</summary>
    Any,
    /// <summary>The recipient's domain.</summary>
    Domain,
}
