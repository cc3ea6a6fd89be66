using System.Net;
using GovReportIngest.Jobs.Listing;

namespace GovReportIngest.Jobs.Tests.Listing;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private readonly string file = Path.GetTempFileName();
    private LocalSite site = null!;

    public async Task InitializeAsync() => site = await LocalSite.StartAsync();

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task A_name_that_leads_to_a_private_network_is_refused_whatever_it_led_to_before()
    {
        site.Put("/a", "a");
        var lookups = 0;
        // The second time the name leads elsewhere, as in DNS rebinding.
        using var fetcher = new WebFetcher(Listing("rebound.example", isPrivateAllowed: false), TimeProvider.System, (_, _) =>
            Task.FromResult(lookups++ == 0 ? [IPAddress.Parse("192.0.2.1"), IPAddress.Loopback] : new[] { IPAddress.Loopback }));

        for (var time = 0; time < 2; time++)
            Assert.Contains("lies in a private network", (await Assert.ThrowsAsync<FetchRefusedException>(() => FetchAsync(fetcher, "rebound.example", "/a"))).Message, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Loopback_is_refused_however_it_is_written(string host)
    {
        var url = new Uri($"http://{host}:{site.Url.Port}/a");
        using var fetcher = new WebFetcher(Listing(url.Host, isPrivateAllowed: false), TimeProvider.System, Dns.GetHostAddressesAsync);

        await Assert.ThrowsAsync<FetchRefusedException>(() => fetcher.FetchAsync(url, FetchValidators.None, file, 1000, default));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task A_redirect_into_a_private_network_is_refused_though_its_host_is_known()
    {
        site.Put("/a", context =>
        {
            context.Response.Redirect($"http://inner.example:{site.Url.Port}/secret");
            return Task.CompletedTask;
        });
        site.Put("/secret", "secret");
        var listing = Listing("outer.example", isPrivateAllowed: false) with { Hosts = ["inner.example"] };
        // Only the outer name is taken for public; it is answered by this machine all the same.
        using var fetcher = new WebFetcher(listing with { IsPrivateAllowed = true }, TimeProvider.System, (host, _) => host == "outer.example"
            ? Task.FromResult(new[] { IPAddress.Loopback }) : throw new FetchRefusedException($"{host} lies in a private network"));

        await Assert.ThrowsAsync<FetchRefusedException>(() => FetchAsync(fetcher, "outer.example", "/a"));
        Assert.Equal(["/a"], site.Paths);
    }

    [Fact]
    public async Task Redirects_are_followed_but_not_for_ever()
    {
        site.Put("/a", context => Redirect(context, "/b"));
        site.Put("/b", "b", "text/plain; charset=utf-8");
        site.Put("/loop", context => Redirect(context, "/loop"));
        using var fetcher = new WebFetcher(Listing("x.example", isPrivateAllowed: true), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));

        var fetched = (await FetchAsync(fetcher, "x.example", "/a"))!;
        Assert.Equal(("/b", "text/plain", "b"), (fetched.Url.AbsolutePath, fetched.MediaType, await File.ReadAllTextAsync(file)));
        Assert.Contains("redirects", (await Assert.ThrowsAsync<FetchRefusedException>(() => FetchAsync(fetcher, "x.example", "/loop"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_what_is_no_address_is_refused()
    {
        site.Put("/a", context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "//";
            return Task.CompletedTask;
        });
        using var fetcher = new WebFetcher(Listing("x.example", isPrivateAllowed: true), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));

        Assert.Contains("no address", (await Assert.ThrowsAsync<FetchRefusedException>(() => FetchAsync(fetcher, "x.example", "/a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_allows_counts_where_it_moved_it_to()
    {
        site.Put("/robots.txt", context => Redirect(context, "/robots/all.txt"));
        site.Put("/robots/all.txt", "User-agent: *\nDisallow: /a");
        site.Put("/a", "a");
        using var fetcher = new WebFetcher(Listing("x.example", isPrivateAllowed: true), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));

        Assert.Contains("robots.txt", (await Assert.ThrowsAsync<FetchRefusedException>(() => FetchAsync(fetcher, "x.example", "/a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_to_one_host_keep_their_distance()
    {
        site.Put("/a", "a");
        var listing = Listing("x.example", isPrivateAllowed: true) with { Delay = TimeSpan.FromMilliseconds(150) };
        using var fetcher = new WebFetcher(listing, TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        var began = TimeProvider.System.GetTimestamp();

        for (var time = 0; time < 3; time++)
            await FetchAsync(fetcher, "x.example", "/a");

        // One for robots.txt, and three.
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(440));
    }

    private Task<FetchedFile?> FetchAsync(WebFetcher fetcher, string host, string path) =>
        fetcher.FetchAsync(new($"http://{host}:{site.Url.Port}{path}"), FetchValidators.None, file, 1000, default);

    private static WatchedListing Listing(string host, bool isPrivateAllowed) => new()
    {
        Name = "x", Pages = [new($"http://{host}/")], Delay = TimeSpan.FromMilliseconds(1), IsPrivateAllowed = isPrivateAllowed,
    };

    private static Task Redirect(Microsoft.AspNetCore.Http.HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }
}
