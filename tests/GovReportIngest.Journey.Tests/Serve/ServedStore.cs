using System.Net;
using System.Net.Sockets;
using GovReportIngest.Journey.Tests.Batches;

namespace GovReportIngest.Journey.Tests.Serve;

/// <summary>Where <c>govreport serve</c> of a test listens, and waiting for what it answers.</summary>
internal sealed class ServedStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort()}");

    public GovReport Start(string data, params string[] more) => GovReport.Start(["serve", "--data", data, "--url", Url.ToString(), "--lang", "en", .. more]);

    public static Task<bool> ReadyAsync(HttpClient client) => UntilAsync(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode ? true : (bool?)null);

    /// <summary>Asks until there is an answer.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask) where T : struct
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                if (await ask() is { } answer)
                    return answer;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
