using System.Buffers;

namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>A token of an RFC 822 address, as Postfix cuts it.</summary>
/// <param name="Kind">An operator's character, or one of the letters below.</param>
/// <param name="Text">The text without quotes and brackets; empty for an operator.</param>
internal readonly record struct AddressToken(char Kind, string Text)
{
    public const char Atom = 'a';
    public const char Quoted = 'q';
    public const char Literal = 'l';
    public const char Comment = 'c';

    /// <summary>All operators.</summary>
    public const string Operators = "|%!()<>@,;:\\\".[]";

    private static readonly SearchValues<char> OperatorValues = SearchValues.Create(Operators);

    public bool IsWord => Kind is Atom or Quoted or Literal or Comment;

    public static AddressToken Operator(char c) => new(c, "");

    public static bool IsOperator(char c) => OperatorValues.Contains(c);
}
