namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>What an alias leads to, in the order in which OpenSMTPD takes the targets of an alias (enum expand_type in smtpd.h).</summary>
internal enum AliasTargetKind
{
    /// <summary>A user, or another alias.</summary>
    User,
    /// <summary><c>/path</c>.</summary>
    File,
    /// <summary><c>|command</c>.</summary>
    Command,
    /// <summary><c>:include:/path</c>.</summary>
    Include,
    /// <summary><c>user@domain</c>, which is put to the rules again.</summary>
    Address,
    /// <summary><c>error:550 text</c>.</summary>
    Error,
}
