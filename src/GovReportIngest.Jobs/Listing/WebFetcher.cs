using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace GovReportIngest.Jobs.Listing;

/// <summary>
/// Asks servers for what a list leads to, and for nothing else: hosts of the list, addresses of the public Internet, as their robots.txt allows, one
/// after the other with time between, within a size and a time.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    private const int MostRedirects = 5;
    private const int BufferBytes = 1 << 16;

    private readonly WatchedListing listing;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly RobotsFiles robots;
    private readonly Dictionary<string, long> lastAsked = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="listing">What may be asked for, and how.</param>
    /// <param name="time">For the time between requests.</param>
    /// <param name="resolve">Addresses of a host.</param>
    public WebFetcher(WatchedListing listing, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (this.listing, this.time, robots) = (listing, time, new(time));
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would make the connection, and nobody would look at its address.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, resolve, cancellation),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new(RobotsRules.Agent, Installation.Version));
    }

    /// <summary>Writes what the server answers to a file.</summary>
    /// <param name="url">What to ask for.</param>
    /// <param name="known">What it was when it was fetched before.</param>
    /// <param name="file">Overwritten.</param>
    /// <param name="mostBytes">Of the answer, unpacked.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null where it has not changed.</returns>
    /// <exception cref="FetchRefusedException">It may not be asked for, or the server has no such thing.</exception>
    /// <exception cref="FetchFailedException">It cannot be had now.</exception>
    public async Task<FetchedFile?> FetchAsync(Uri url, FetchValidators known, string file, long mostBytes, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            return await FollowAsync(url, known, file, mostBytes, end);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchFailedException($"The server took longer than {listing.Timeout.TotalSeconds:0} s.", null, slow);
        }
        catch (HttpRequestException wrong) when (wrong.InnerException is FetchRefusedException refused)
        {
            throw new FetchRefusedException(refused.Message);
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException { InnerException: SocketException } or HttpIOException or InvalidDataException)
        {
            throw new FetchFailedException(wrong.Message, null, wrong);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchedFile?> FollowAsync(Uri url, FetchValidators known, string file, long mostBytes, CancellationTokenSource end)
    {
        var at = url;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            RequireKnown(at);
            var rules = await robots.FindAsync(at, SendOnwardAsync, end);
            if (!rules.Allow(at.PathAndQuery))
                throw new FetchRefusedException($"robots.txt of {at.Authority} does not allow it.");
            using var response = await SendAsync(at, known, rules.Delay, end);
            if (response.StatusCode is HttpStatusCode.NotModified)
                return null;
            if (RedirectOf(response, at) is not { } next)
            {
                RequireSuccess(response);
                await WriteAsync(response, file, mostBytes, end.Token);
                return new(at, response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "", ValidatorsOf(response));
            }

            at = next;
        }

        throw new FetchRefusedException($"More than {MostRedirects} redirects.");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, FetchValidators known, TimeSpan? delay, CancellationTokenSource end)
    {
        end.CancelAfter(Timeout.InfiniteTimeSpan);
        await WaitAsync(url, delay > listing.Delay ? delay.Value : listing.Delay, end.Token);
        end.CancelAfter(listing.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (known.ETag is { } etag)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (known.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
    }

    /// <summary>The same, led on to where the server says, as far as that may be asked (RFC 9309, chapter 2.3.1.2).</summary>
    private async Task<HttpResponseMessage> SendOnwardAsync(Uri url, CancellationTokenSource end)
    {
        var response = await SendAsync(url, FetchValidators.None, null, end);
        for (var redirects = 0; redirects < MostRedirects && IsRedirect(response) && Uri.TryCreate(url, response.Headers.Location, out var next) && WhyNot(next) is null; redirects++)
        {
            response.Dispose();
            response = await SendAsync(url = next, FetchValidators.None, null, end);
        }

        return response;
    }

    private async Task WaitAsync(Uri url, TimeSpan delay, CancellationToken cancellation)
    {
        if (lastAsked.TryGetValue(url.Host, out var last) && delay - time.GetElapsedTime(last) is { Ticks: > 0 } left)
            await Task.Delay(left, time, cancellation);
        lastAsked[url.Host] = time.GetTimestamp();
    }

    private void RequireKnown(Uri url)
    {
        if (WhyNot(url) is { } reason)
            throw new FetchRefusedException(reason);
    }

    /// <summary>Null where the address may be asked for.</summary>
    private string? WhyNot(Uri url) => url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps ? $"{url.Scheme} is not followed."
        : !listing.Knows(url) ? $"{url.IdnHost} is no host of the list; name it in the settings (hosts:)."
        : url.UserInfo.Length > 0 ? "Addresses with passwords are not followed." : null;

    /// <summary>At the moment of connecting, so that a name which leads elsewhere by then is seen.</summary>
    private async ValueTask<Stream> ConnectAsync(DnsEndPoint host, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        var addresses = await resolve(host.Host, cancellation);
        var allowed = listing.IsPrivateAllowed ? addresses : [.. addresses.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0)
            throw new FetchRefusedException($"{host.Host} lies in a private network ({string.Join(", ", addresses.Select(address => address.ToString()))}); --allow-private-hosts allows it.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsRedirect(HttpResponseMessage response) => response.Headers.Location is not null && response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri? RedirectOf(HttpResponseMessage response, Uri at) => !IsRedirect(response) ? null
        : Uri.TryCreate(at, response.Headers.Location, out var next) ? next : throw new FetchRefusedException($"It leads to \"{response.Headers.Location!.OriginalString}\", which is no address.");

    private static void RequireSuccess(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return;
        var told = $"The server answered {(int)response.StatusCode}.";
        var mayPass = (int)response.StatusCode is >= 500 or 408 or 425 or 429;
        throw mayPass ? new FetchFailedException(told, response.Headers.RetryAfter?.Delta) : new FetchRefusedException(told);
    }

    private static async Task WriteAsync(HttpResponseMessage response, string file, long most, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > most)
            throw TooLarge(most);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        for (int count; (count = await ReadAsync(body, buffer, cancellation)) > 0;)
        {
            if (target.Position + count > most)
                throw TooLarge(most);
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }

    /// <summary>A connection that breaks is the server's fault; a file that cannot be written is not.</summary>
    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation);
        }
        catch (IOException broken)
        {
            throw new FetchFailedException(broken.Message, null, broken);
        }
    }

    private static FetchRefusedException TooLarge(long most) => new($"It has more than {most:#,0} bytes.");

    private static FetchValidators ValidatorsOf(HttpResponseMessage response) => new(
        Written(response.Headers, "ETag"), Written(response.Content.Headers, "Last-Modified"));

    private static string? Written(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
