namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>What an alias leads to.</summary>
internal enum AliasTargetKind
{
    /// <summary><c>error:550 text</c>.</summary>
    Error,
    /// <summary><c>:include:/path</c>.</summary>
    Include,
    /// <summary><c>|command</c>.</summary>
    Command,
    /// <summary><c>/path</c>.</summary>
    File,
    /// <summary><c>user@domain</c>, which is put to the rules again.</summary>
    Address,
    /// <summary>A user, or another alias.</summary>
    User,
}
