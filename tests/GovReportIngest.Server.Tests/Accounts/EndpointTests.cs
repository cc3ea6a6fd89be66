using System.Net;
using System.Net.Http.Headers;
using GovReportIngest.Storage.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Tests.Accounts;

/// <summary>Every endpoint that there is, and who may call it.</summary>
public sealed class EndpointTests(ServedStore served) : IClassFixture<ServedStore>
{
    private static readonly string[] OpenToAll = ["/assets/{version}/{name}", "/health/live", "/health/ready", "/login", "/setup/{secret}", "/language"];

    [Fact]
    public async Task Without_signing_in_only_what_is_listed_answers()
    {
        using var client = served.Client();
        foreach (var (method, route) in All())
        {
            using var request = new HttpRequestMessage(new(method), Address(route));
            var answer = await client.SendAsync(request);
            if (OpenToAll.Contains(route))
                Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            else
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.PathAndQuery.StartsWith("/login", StringComparison.Ordinal) == true,
                    $"{method} {route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_is_for_reviewers_refuses_viewers_and_a_wrong_token_is_nobody()
    {
        using var viewer = await served.ClientAsync(UserTable.CodeOf(UserRole.Viewer));
        using var stranger = served.Client();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", new string('0', 64));
        var refused = 0;
        foreach (var (method, route) in All().Where(endpoint => endpoint.Route.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new(method), Address(route));
            using var same = new HttpRequestMessage(new(method), Address(route));
            var isForReviewers = route.StartsWith("/api/v1/review", StringComparison.Ordinal) || route.StartsWith("/api/v1/quality", StringComparison.Ordinal) || method == "POST";
            if (isForReviewers)
                Assert.True((await viewer.SendAsync(request)).StatusCode is HttpStatusCode.Forbidden, $"{method} {route}");
            refused += isForReviewers ? 1 : 0;
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(same)).StatusCode);
        }

        Assert.InRange(refused, 8, 100);
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/review")]
    [InlineData("/review/{id}")]
    [InlineData("/quality")]
    [InlineData("/quality/next")]
    [InlineData("/equals")]
    public async Task Pages_for_reviewers_refuse_viewers(string route)
    {
        Assert.Contains(All(), endpoint => endpoint.Route == route);
        using var viewer = await served.ClientAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(Address(route))).StatusCode);
    }

    [Fact]
    public async Task Accounts_are_for_administrators_alone()
    {
        foreach (var role in (string[])["viewer", "reviewer"])
        {
            using var client = await served.ClientAsync(role);
            foreach (var (method, route) in All().Where(endpoint => endpoint.Route.StartsWith("/accounts", StringComparison.Ordinal)))
            {
                using var request = new HttpRequestMessage(new(method), Address(route));
                Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task An_administrator_adds_changes_and_ends_accounts()
    {
        using var admin = await served.ClientAsync("admin");
        async Task<string> SetAsync(string name, string role, string password)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["role"] = role, ["password"] = password });
            return await (await admin.PostAsync("/accounts", form)).Content.ReadAsStringAsync();
        }

        Assert.Contains("12 characters", await SetAsync("新人", "reviewer", "short"), StringComparison.Ordinal);
        await SetAsync("新人", "reviewer", ServedStore.Password);
        await SetAsync("新人", "viewer", "");
        var user = (await served.Store.Users.FindAsync("新人", default))!;
        Assert.Equal((UserRole.Viewer, true), (user.Role, Server.Accounts.Passwords.IsRight(user.Password, ServedStore.Password)));
        await admin.PostAsync($"/accounts/{Uri.EscapeDataString("新人")}/disable", null);
        Assert.NotNull((await served.Store.Users.FindAsync("新人", default))!.DisabledAt);
        Assert.Contains("cannot end your own", await (await admin.PostAsync("/accounts/admin/disable", null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_endpoint_says_who_may_call_it() => Assert.All(served.Server.Endpoints, endpoint =>
        Assert.True(endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || ((RouteEndpoint)endpoint).RoutePattern.RawText == "/logout", endpoint.DisplayName));

    private IEnumerable<(string Method, string Route)> All()
    {
        var all = served.Server.Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!))).ToList();
        Assert.InRange(all.Count, 20, 200);
        return all;
    }

    private static string Address(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "1");
}
