namespace Gatepost.Evidence.Dns;

/// <summary>A survey that is going on.</summary>
/// <param name="Routing">Where mail goes, as the resolver sees it: known after two round trips, so that the hosts can be talked to meanwhile.</param>
/// <param name="Survey">The whole.</param>
public sealed record SurveyRun(Task<MailRouting> Routing, Task<DomainSurvey> Survey);
