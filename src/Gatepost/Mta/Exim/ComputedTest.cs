using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>A test that every attempt answers, but only as a whole: it looks at several parts of it at once, or changes them first.</summary>
internal sealed class ComputedTest(string source, string subject, Origin origin, Func<Session, Truth> test, Truth asked) : Opaque(source, subject, 1, origin)
{
    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        var truth = test(session);
        return truth == Truth.Unknown ? base.Ask(session) : Answer.Of(truth == asked);
    }

    /// <summary>The test as choices: one condition for each way that it may end.</summary>
    public static Choices<Truth> Of(string source, string subject, Origin origin, Func<Session, Truth> test, bool mayFail)
    {
        var yes = new Choice<Truth>(new ComputedTest(source, subject, origin, test, Truth.Yes), Truth.Yes);
        return !mayFail ? new Choices<Truth>([yes], Truth.No) : new Choices<Truth>(
            [
                new Choice<Truth>(new ComputedTest($"{source} fails", subject, origin, test, Truth.Error), Truth.Error),
                new Choice<Truth>(new ComputedTest($"{source} defers", subject, origin, test, Truth.Defer), Truth.Defer),
                new Choice<Truth>(new ComputedTest($"{source} gives up", subject, origin, test, Truth.Panic), Truth.Panic),
                yes,
            ],
            Truth.No);
    }
}
