using System.Text.Json;
using Gatepost.Refusals.Events.Providers;

namespace Gatepost.Refusals.Events;

/// <summary>All providers known here, in the order that breaks ties.</summary>
internal static class EventProviders
{
    /// <summary>How sure a provider must be of an event.</summary>
    private const int Threshold = 50;

    /// <summary>The providers.</summary>
    public static IReadOnlyList<EventProvider> All { get; } =
    [
        new SendGridEvents(), new MailgunEvents(), new AmazonSesEvents(), new PostmarkEvents(), new SparkPostEvents(), new PostalEvents(),
        new MandrillEvents(), new MailjetEvents(), new MailtrapEvents(), new MailerSendEvents(), new ResendEvents(), new UnisenderGoEvents(),
        new Smtp2GoEvents(), new BrevoEvents(), new MailPaceEvents(), new ScalewayEvents(), new AzureEmailEvents(), new MailchimpEvents(),
        new CustomerIoEvents(), new ZeptoMailEvents(), new ElasticEmailEvents(), new SocketLabsEvents(), new OtherEvents(),
    ];

    /// <summary>The provider that knows the object best, or the forced one; null where none is sure enough.</summary>
    public static EventProvider? Best(JsonElement o, InputFormat forced)
    {
        EventProvider? best = null;
        var most = Threshold - 1;
        foreach (var provider in All)
        {
            if (forced != InputFormat.Unknown && provider.Format != forced) continue;
            var sure = provider.Match(o);
            if (sure > most) (best, most) = (provider, sure);
        }

        return best;
    }
}
