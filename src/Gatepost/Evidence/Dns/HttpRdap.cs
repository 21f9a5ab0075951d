using System.Globalization;
using System.Text.Json;

namespace Gatepost.Evidence.Dns;

/// <summary>RDAP over HTTPS (RFC 7480) at one server, which must answer for the domains asked about or redirect to who does.</summary>
/// <param name="http">The client; its redirects and time limit hold.</param>
/// <param name="server">The server's base address.</param>
/// <param name="clock">Tells when it was asked.</param>
public sealed class HttpRdap(HttpClient http, Uri server, TimeProvider clock) : IRdap
{
    private const int MostOctets = 256 * 1024;
    private const int MostStatuses = 50;

    /// <inheritdoc/>
    public async Task<RdapAnswer?> Find(string domain, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        try
        {
            var at = new Uri(server.AbsoluteUri.TrimEnd('/') + "/domain/" + Uri.EscapeDataString(domain));
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.Accept.ParseAdd("application/rdap+json");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode) return null;
            var body = await Bounded(await response.Content.ReadAsStreamAsync(cancel), cancel);
            return body is null ? null : Read(domain, body.Value, now, "RDAP " + (response.RequestMessage?.RequestUri ?? at).Host);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or UriFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a domain object (RFC 9083 section 5.3); null where the octets are none.</summary>
    internal static RdapAnswer? Read(string domain, ReadOnlyMemory<byte> body, DateTimeOffset now, string provenance)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            var statuses = Items(root, "status").Select(Text).OfType<string>().Take(MostStatuses).ToList();
            var expiration = Items(root, "events")
                .Where(static e => string.Equals(Member(e, "eventAction"), "expiration", StringComparison.OrdinalIgnoreCase))
                .Select(static e => DateTimeOffset.TryParse(Member(e, "eventDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : (DateTimeOffset?)null).FirstOrDefault();
            return new RdapAnswer(domain, statuses, expiration, now, provenance);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task<ReadOnlyMemory<byte>?> Bounded(Stream stream, CancellationToken cancel)
    {
        var buffer = new byte[MostOctets + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length > MostOctets ? null : buffer.AsMemory(0, length);
    }
}
