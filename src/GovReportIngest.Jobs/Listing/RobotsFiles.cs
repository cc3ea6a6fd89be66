using System.Net;
using System.Text;

namespace GovReportIngest.Jobs.Listing;

/// <summary>The robots.txt of every server that was asked, for a day.</summary>
internal sealed class RobotsFiles(TimeProvider time)
{
    /// <summary>Of a file that is longer, the rest does not count (RFC 9309, chapter 2.5).</summary>
    private const int MostBytes = 500 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly Dictionary<string, (RobotsRules Rules, long Since)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks for an address, and for those that it leads on to.</summary>
    public delegate Task<HttpResponseMessage> Send(Uri url, CancellationTokenSource end);

    /// <exception cref="FetchFailedException">The server cannot say what it allows.</exception>
    public async Task<RobotsRules> FindAsync(Uri url, Send send, CancellationTokenSource end)
    {
        var server = url.GetLeftPart(UriPartial.Authority);
        if (known.TryGetValue(server, out var found) && time.GetElapsedTime(found.Since) < Kept)
            return found.Rules;
        using var response = await send(new Uri(url, "/robots.txt"), end);
        var rules = (int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests
            ? throw new FetchFailedException($"robots.txt of {url.Authority} cannot be read: the server answered {(int)response.StatusCode}.")
            : response.IsSuccessStatusCode ? RobotsRules.Of(await ReadAsync(response, end.Token)) : RobotsRules.AllowAll;
        known[server] = (rules, time.GetTimestamp());
        return rules;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[MostBytes];
        return Encoding.UTF8.GetString(bytes, 0, await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation));
    }
}
