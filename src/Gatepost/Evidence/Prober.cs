using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Lists;
using Gatepost.Evidence.Probing;

namespace Gatepost.Evidence;

/// <summary>
/// Finds out what an inquiry asks, by DNS and SMTP, in as few round trips as the questions depend on each other. Answers of the
/// DNS are kept for the prober's life: one prober is for one run. A long run brings a <see cref="RecentDns"/>, whose memory ages.
/// </summary>
public sealed class Prober
{
    private readonly IDns _dns;
    private readonly BlockListProber _lists;
    private readonly DialogPlans _plans;
    private readonly ISmtpDialer _dialer;
    private readonly ProberOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>A prober that asks by the given means.</summary>
    public Prober(IDns dns, ISmtpDialer dialer, ProberOptions options, TimeProvider clock)
    {
        _dns = dns is RecentDns ? dns : new CachingDns(dns);
        _lists = new BlockListProber(_dns);
        (_dialer, _options, _clock) = (dialer, options, clock);
        _plans = new DialogPlans(options);
    }

    /// <summary>Answers an inquiry. Never throws; a token that is cancelled leaves the rest unanswered.</summary>
    public async Task<Observations> Gather(Inquiry inquiry, CancellationToken cancel)
    {
        var began = _clock.GetTimestamp();
        var domain = new DomainProbe(_dns, _dialer, _plans, _options).Run(inquiry, cancel);
        var refuser = new RefuserProbe(_dns, _dialer, _plans).Run(inquiry, cancel);
        var client = inquiry is { Client: { } address } && inquiry.Questions.HasFlag(QuestionKind.ClientName)
            ? new ClientNameProber(_dns).Survey(address, inquiry.ClientHelo, cancel) : null;
        var listings = inquiry is { Client: { } listed } && inquiry.Questions.HasFlag(QuestionKind.BlockLists)
            ? Task.WhenAll(_options.BlockLists.Select(zone => _lists.Ask(zone, listed, cancel))) : null;

        var ofDomain = await domain;
        var ofRefuser = await refuser;
        var ofClient = client is null ? null : await client;
        var ofLists = listings is null ? [] : await listings;
        return new Observations(inquiry,
        [
            .. RoutingFacts.Of(inquiry, ofDomain, ofRefuser),
            .. MxFacts.Of(inquiry, ofDomain, _options),
            .. OutgoingFacts.Of(inquiry, ofRefuser),
            .. ClientFacts.Of(ofClient, ofLists),
        ])
        {
            Domain = ofDomain.Survey,
            MxHosts = ofDomain.Hosts,
            MxDialogs = ofDomain.Dialogs,
            PortDialogs = ofDomain.Ports,
            SenderDomain = ofRefuser.Sender,
            RefuserDialogs = ofRefuser.Dialogs,
            Client = ofClient,
            Listings = ofLists,
            IsComplete = !cancel.IsCancellationRequested,
            Elapsed = _clock.GetElapsedTime(began),
        };
    }
}
