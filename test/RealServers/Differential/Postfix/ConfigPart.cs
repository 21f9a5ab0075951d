namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A part of a configuration that can be left out on its own.</summary>
internal abstract record ConfigPart
{
    private ConfigPart() { }

    /// <summary>A parameter with its value.</summary>
    public sealed record Setting(string Name, string Value) : ConfigPart;

    /// <summary>A parameter whose value is the <see cref="Item"/>s of its name.</summary>
    public sealed record List(string Name, string Separator) : ConfigPart;

    /// <summary>An item of a list.</summary>
    public sealed record Item(string Of, string Text) : ConfigPart;

    /// <summary>A line of a table's file.</summary>
    public sealed record Entry(string File, string Line) : ConfigPart;

    /// <summary>A table that postmap compiles: <c>hash:/etc/postfix/t1</c>.</summary>
    public sealed record Compile(string Table) : ConfigPart;

    /// <summary>A parameter that one listener has otherwise.</summary>
    public sealed record Override(string Listener, string Option) : ConfigPart;
}
