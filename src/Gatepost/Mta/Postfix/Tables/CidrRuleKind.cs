namespace Gatepost.Mta.Postfix.Tables;

/// <summary>What a line of a cidr table does.</summary>
internal enum CidrRuleKind
{
    /// <summary>It gives a value.</summary>
    Match,
    /// <summary>It leads past its <see cref="EndIf"/> where it does not hold.</summary>
    If,
    /// <summary>It ends an <see cref="If"/>.</summary>
    EndIf,
}
