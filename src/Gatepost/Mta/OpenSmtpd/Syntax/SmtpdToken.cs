using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>A token of smtpd.conf.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="Origin">Where it begins.</param>
internal readonly record struct SmtpdToken(SmtpdTokenKind Kind, string Text, Origin Origin)
{
    /// <summary>True for a string in the sense of the grammar: in quotes, or a word that is no keyword.</summary>
    public bool IsString => Kind == SmtpdTokenKind.Quoted || (Kind == SmtpdTokenKind.Word && !SmtpdKeywords.Contains(Text));

    /// <summary>True for this keyword, without quotes.</summary>
    public bool IsKeyword(string keyword) => Kind == SmtpdTokenKind.Word && Text == keyword;

    /// <summary>True for this character.</summary>
    public bool IsSymbol(string symbol) => Kind == SmtpdTokenKind.Symbol && Text == symbol;

    /// <summary>As it would be written.</summary>
    public override string ToString() => Kind == SmtpdTokenKind.Quoted ? $"\"{Text}\"" : Text;
}
