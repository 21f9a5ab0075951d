using System.Collections.Immutable;
using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>A service of master.cf.</summary>
public sealed record MasterService
{
    /// <summary>The first field: <c>smtp</c>, <c>127.0.0.1:10025</c>, <c>[::1]:submission</c>; of a service that is not <c>inet</c> its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>inet</c>, <c>unix</c>, <c>unix-dgram</c>, <c>fifo</c> or <c>pass</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The third to the seventh field: private, unprivileged, chroot, wakeup, maxproc; <c>-</c> for the default.</summary>
    public ImmutableArray<string> Fields { get; init; } = ["-", "-", "-", "-", "-"];

    /// <summary>The program: <c>smtpd</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The program's arguments, <c>{ }</c> around an argument removed.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>What its <c>-o</c> set, in order; the last of one name holds.</summary>
    public ImmutableArray<MainEntry> Overrides { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>True where it runs in the queue directory; null where the file leaves that to the default, which is no since compatibility level 1.</summary>
    public bool? Chroot => Fields[2] switch { "y" => true, "n" => false, _ => null };

    /// <summary>The override of a parameter that holds; null where there is none.</summary>
    public MainEntry? Find(string name) => Overrides.LastOrDefault(o => o.Name == name);

    /// <summary><c>smtp/inet</c>.</summary>
    public override string ToString() => $"{Name}/{Type}";

    /// <summary>Its line, so that it reads as itself but for the positions.</summary>
    public string Render()
    {
        var text = new StringBuilder().AppendJoin(' ', [Name, Type, .. Fields, Command]);
        foreach (var argument in Arguments)
        {
            var needsBraces = argument.Length == 0 || argument[0] == '{' || argument.AsSpan().IndexOfAny(PostfixText.Blanks) >= 0;
            var braced = $"{{ {argument} }}";
            // A last argument whose own brace is never closed stands as it is.
            text.Append(' ').Append(needsBraces && PostfixText.Balanced(braced) == braced.Length ? braced : argument);
        }

        return text.ToString();
    }
}
