namespace Gatepost.Refusals.Logs;

/// <summary>Hands every refusal to one callback, one at a time, in the order of the log.</summary>
internal sealed class RefusalSink(Action<Refusal> onRefusal) : ILogSink<List<Refusal>>
{
    public List<Refusal> Begin() => [];

    public void Add(List<Refusal> batch, Refusal refusal) => batch.Add(refusal);

    public void Deliver(List<Refusal> batch) => batch.ForEach(onRefusal);
}
