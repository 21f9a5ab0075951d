namespace Gatepost.Mta.Exim.Acls;

/// <summary>The verbs of ACL statements (specification chapter 43, section 14).</summary>
internal enum AclVerb
{
    Accept,
    Defer,
    Deny,
    Discard,
    Drop,
    Require,
    Warn,
}
