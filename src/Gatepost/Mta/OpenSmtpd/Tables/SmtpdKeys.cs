using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>The keys of a table, compared in one of OpenSMTPD's ways. What is looked up is in lower case already, as the keys are.</summary>
internal abstract class SmtpdKeys
{
    /// <summary>The first entry that the key matches; null where none does.</summary>
    public abstract SmtpdEntry? Find(string key);

    /// <summary>Names the landmarks.</summary>
    public abstract void Mark(Landmarks landmarks, PatternSubject over);
}
