namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Sorts of tokens of smtpd.conf.</summary>
internal enum SmtpdTokenKind
{
    /// <summary>The end of a statement.</summary>
    NewLine,
    /// <summary>A word without quotes: a keyword where it is one, otherwise a string.</summary>
    Word,
    /// <summary>A string in quotes: never a keyword.</summary>
    Quoted,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>One character that stands for itself, or <c>=&gt;</c>.</summary>
    Symbol,
    /// <summary>Something that is no token; its text says why.</summary>
    Fault,
    /// <summary>The end of the configuration.</summary>
    End,
}
