using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>A value and the line that gives it.</summary>
internal sealed record SendmailSetting(string Value, Origin Origin);
