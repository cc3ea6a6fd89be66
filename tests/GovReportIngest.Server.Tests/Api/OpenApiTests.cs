using System.Text.Json;
using GovReportIngest.Server.Api;
using GovReportIngest.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Tests.Api;

public sealed class OpenApiTests(ServedStore served) : IClassFixture<ServedStore>
{
    private static readonly string Golden = Repository.PathOf("docs", "openapi.json");

    private IEnumerable<RouteEndpoint> Endpoints =>
        served.Server.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(OpenApiDocument.Prefix, StringComparison.Ordinal));

    [Fact]
    public void Every_call_that_there_is_is_described_and_no_other() => Assert.Equal(
        Endpoints.Select(endpoint => $"{MethodOf(endpoint)} {OpenApiDocument.RouteOf(endpoint)}").Order(), ApiCalls.All.Select(call => $"{call.Method} {call.Route}").Order());

    [Fact]
    public void The_role_that_is_told_is_the_one_that_is_asked_for()
    {
        foreach (var endpoint in Endpoints)
        {
            var call = ApiCalls.All.Single(call => call.Method == MethodOf(endpoint) && call.Route == OpenApiDocument.RouteOf(endpoint));
            Assert.Equal(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()[^1].Policy, call.Role);
        }
    }

    /// <summary>UPDATE_GOLDEN=1 writes it anew.</summary>
    [Fact]
    public async Task The_description_of_the_guide_is_the_one_that_is_served()
    {
        using var client = await served.ClientAsync("viewer");
        var text = await client.GetStringAsync("/api/v1/openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(Golden, text);
        Assert.Equal(await File.ReadAllTextAsync(Golden), text);
    }

    [Fact]
    public async Task Every_reference_leads_to_something_that_is_there()
    {
        using var client = await served.ClientAsync("viewer");
        var root = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json")).RootElement;
        var references = ReferencesIn(root).Distinct().ToList();
        Assert.InRange(references.Count, 10, 100);
        Assert.All(references, reference => Assert.True(IsThere(root, reference), reference));
    }

    private static string MethodOf(RouteEndpoint endpoint) => Assert.Single(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);

    private static IEnumerable<string> ReferencesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : ReferencesIn(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ReferencesIn),
        _ => [],
    };

    private static bool IsThere(JsonElement root, string reference)
    {
        var at = root;
        foreach (var step in reference.Split('/').Skip(1))
            if (at.ValueKind is JsonValueKind.Array ? int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) >= at.GetArrayLength() : !at.TryGetProperty(step, out _))
                return false;
            else
                at = at.ValueKind is JsonValueKind.Array ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(step);
        return true;
    }
}
