using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>A question of the generated rules about one part of the attempt.</summary>
/// <param name="text">The question as a person would write it.</param>
/// <param name="dimension">The part.</param>
/// <param name="answers">The largest answer.</param>
/// <param name="ask">Answers it.</param>
/// <param name="mark">Names its landmarks.</param>
internal sealed class SendmailLeaf(string text, Dimension dimension, int answers, Func<Session, Answer> ask, Action<Landmarks> mark) : Leaf
{
    public override Dimension Dimension => dimension;

    public override int Answers { get; } = Math.Max(1, answers);

    public override Answer Ask(Session session) => ask(session);

    public override void Mark(Landmarks landmarks) => mark(landmarks);

    public override string ToString() => text;
}
