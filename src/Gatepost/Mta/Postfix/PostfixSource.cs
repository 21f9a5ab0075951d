using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Settings;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Mta.Postfix.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>A Postfix configuration as it is written: all that the policies are made of.</summary>
public sealed record PostfixSource
{
    /// <summary>main.cf.</summary>
    public required MainFile Main { get; init; }

    /// <summary>master.cf.</summary>
    public required MasterFile Master { get; init; }

    /// <summary>The parameters without any <c>-o</c>.</summary>
    public required ServiceSettings Settings { get; init; }

    /// <summary>Every service of master.cf in order, with its parameters.</summary>
    public required ImmutableArray<PostfixService> Services { get; init; }

    /// <summary>The lookup tables.</summary>
    public required OpenedTables Tables { get; init; }

    /// <summary>What is wrong in main.cf and master.cf. What is wrong in tables is in <see cref="OpenedTables.Problems"/> once they are opened.</summary>
    public required ImmutableArray<ConfigProblem> Problems { get; init; }

    /// <summary>
    /// Every line of main.cf and every <c>-o</c>: irrelevant to relaying, or of a parameter that is relevant (<see cref="Coverage.Understood"/> as far as reading goes: the maker of the policy
    /// replaces the lines of what it does not model).
    /// </summary>
    public required ImmutableArray<CoverageLine> Coverage { get; init; }

    /// <summary>True where only a master.cf is at hand: the parameters have their defaults for want of better.</summary>
    public bool IsWithoutMain { get; init; }

    /// <summary>The version whose rules hold, as major * 100 + minor.</summary>
    public int Version => Settings.Version;

    /// <summary>The service of a name and type, <c>rewrite</c> and <c>unix</c> for one; null where there is none.</summary>
    public PostfixService? Find(string name, string type) => Services.FirstOrDefault(s => s.Entry.Name == name && s.Entry.Type == type);
}
