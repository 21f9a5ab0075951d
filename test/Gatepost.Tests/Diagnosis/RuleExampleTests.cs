using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Diagnoses;

/// <summary>Every rule's own examples, through the whole rulebook.</summary>
public class RuleExampleTests
{
    public static TheoryData<string, string> Examples() => Of(static r => r.Examples);

    public static TheoryData<string, string> CounterExamples() => Of(static r => r.CounterExamples);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_recognised(string id, string text)
    {
        var diagnosis = Diagnose(text);
        // A reason may be refined into a cause of its own (blocked into GP131): the reason is what its rule promises.
        if (ReasonOf(id) is { } reason) Assert.Equal(reason, diagnosis.Reason);
        else Assert.Equal(id, diagnosis.Cause.Id);
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void A_counter_example_is_not(string id, string text)
    {
        var diagnosis = Diagnose(text);
        if (ReasonOf(id) is { } reason) Assert.NotEqual(reason, diagnosis.Reason);
        else Assert.NotEqual(id, diagnosis.Cause.Id);
    }

    [Fact]
    public void Ids_and_names_are_unique()
    {
        var distinct = Rulebook.Default.Rules.Select(static r => r.Cause).Distinct(ReferenceEqualityComparer.Instance).Cast<Cause>().ToList();
        Assert.Equal(distinct.Count, distinct.DistinctBy(static c => c.Id).Count());
        Assert.Equal(distinct.Count, distinct.DistinctBy(static c => c.Name).Count());
    }

    internal static Diagnosis Diagnose(string text) =>
        Rulebook.Default.Diagnose(new Refusal { Format = InputFormat.Text, Source = new SourceSpan("-", 1), Reply = Reply.Parse(text) });

    private static Reason? ReasonOf(string id) => Rulebook.Default.ReasonRules.FirstOrDefault(r => r.Cause.Id == id)?.Reason;

    private static TheoryData<string, string> Of(Func<Rule, IReadOnlyList<string>> texts)
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in Rulebook.Default.Rules)
            foreach (var text in texts(rule)) data.Add(rule.Cause.Id, text);
        return data;
    }
}
