using GovReportIngest.Server.Accounts;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/search</c>: reports by what they say.</summary>
internal static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/search", FindAsync).RequireAuthorization(Roles.Viewer);

    private static async Task<IResult> FindAsync(ReportStore store, CancellationToken cancellation, string? q = null, long? before = null, int limit = 50)
    {
        var most = Math.Clamp(limit, 1, 500);
        var found = await store.Search.FindAsync(q ?? "", before, most, cancellation);
        return Results.Json(new SearchModel([.. found.Select(report => new HitModel(
            ReportId.Of(report.Id), report.Path, report.Agency, report.Year, SearchSnippet.Of(report.Text, q ?? "") is { } place ? place.Before + place.Match + place.After : null))],
            found.Count == most ? found[^1].ExtractionId : null), ApiJson.Default.SearchModel);
    }
}
