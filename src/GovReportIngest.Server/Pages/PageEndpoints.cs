using GovReportIngest.Core.Export;
using GovReportIngest.Core.Series;
using GovReportIngest.Exporting;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Api;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Pages;

/// <summary>The pages for people.</summary>
internal static class PageEndpoints
{
    private const int EqualsShown = 60;
    private const int DaysShown = 30;
    private const int Rows = 50;

    /// <summary>Series on one page.</summary>
    private const int Agencies = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/documents", DocumentsAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/documents/{id}", DocumentAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/documents/{id}/reading", ReadingAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/coverage", CoverageAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/series", SeriesAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/search", SearchAsync).RequireAuthorization(Roles.Viewer);
        routes.MapGet("/queue", QueueAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapGet("/review", NextAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapGet("/review/{id}", ReviewAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapGet("/quality", QualityAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapGet("/equals", EqualsAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapGet("/quality/next", QualityNextAsync).RequireAuthorization(Roles.Reviewer);
    }

    private static async Task<RazorComponentResult<HomePage>> HomeAsync(HttpContext context, ReportStore store, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetLocalNow();
        List<DateOnly> days = [.. Enumerable.Range(1 - DaysShown, DaysShown).Select(DateOnly.FromDateTime(now.DateTime).AddDays)];
        return new(new
        {
            View = PageView.Of(context), Counts = await store.Queries.CountAsync(cancellation), Queue = await store.Queue.CountAsync(cancellation),
            Flags = await store.Queue.CountFormsAsync(cancellation), Days = days, DayCounts = await store.Queries.CountDaysAsync(days[0], now.Offset, cancellation),
        });
    }

    private static async Task<RazorComponentResult<DocumentsPage>> DocumentsAsync(
        [AsParameters] DocumentQuery query, HttpContext context, ReportStore store, CancellationToken cancellation, string? after = null)
    {
        var filter = query.Filter with { After = after is not null && ReportId.TryParse(after, out var last) ? last : null, Most = Rows };
        return new(new { View = PageView.Of(context), Filter = filter, Documents = await store.Queries.ListAsync(filter, cancellation) });
    }

    private static async Task<IResult> DocumentAsync(string id, HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        if (!ReportId.TryParse(id, out var asked) || await store.Queries.FindAsync(asked.DocumentId, cancellation) is not { } details)
            return NotFound(context);
        return new RazorComponentResult<DocumentPage>(new { View = PageView.Of(context), Details = details, Id = asked, Report = await store.Review.FindAsync(asked, cancellation) });
    }

    private static async Task<IResult> ReadingAsync(string id, HttpContext context, ReportStore store, CancellationToken cancellation) =>
        ReportId.TryParse(id, out var asked) && await store.Review.FindAsync(asked, cancellation) is { } report
            ? new RazorComponentResult<ReadingPage>(new { View = PageView.Of(context), Report = report }) : NotFound(context);

    private static async Task<RazorComponentResult<CoveragePage>> CoverageAsync(
        HttpContext context, ReportStore store, CancellationToken cancellation, string? agency = null, string? from = null, string? to = null, string? missing = null)
    {
        var filter = new CoverageFilter { Agency = QueryText.NotEmpty(agency), From = QueryText.Number(from), To = QueryText.Number(to) };
        return new(new { View = PageView.Of(context), Filter = filter, IsMissing = missing == "true", Coverage = await store.Agencies.CoverAsync(filter, cancellation) });
    }

    /// <summary>Nothing is read before an agency is asked for.</summary>
    private static async Task<RazorComponentResult<SeriesPage>> SeriesAsync(
        HttpContext context, ReportStore store, ConceptCatalogue catalogue, CancellationToken cancellation, string? concept = null, string? agency = null)
    {
        var (shown, asked) = (catalogue.Find(concept ?? "") ?? catalogue.Concepts[0], agency?.Trim() ?? "");
        List<AgencySeries> agencies = asked.Length == 0 ? [] : await new StoredSeries(store, shown).ReadAsync(asked, ofAllSources: false, cancellation).Take(Agencies).ToListAsync(cancellation);
        return new(new { View = PageView.Of(context), Catalogue = catalogue, Concept = shown, Agency = asked, Agencies = agencies, Most = Agencies, Forms = store.Forms });
    }

    private static async Task<RazorComponentResult<SearchPage>> SearchAsync(
        HttpContext context, ReportStore store, CancellationToken cancellation, string? q = null, long? before = null) => new(new
    {
        View = PageView.Of(context), Question = q?.Trim() ?? "", Most = Rows, Reports = await store.Search.FindAsync(q ?? "", before, Rows, cancellation),
    });

    private static async Task<RazorComponentResult<QueuePage>> QueueAsync(
        [AsParameters] QueueQuery query, HttpContext context, ReportStore store, CancellationToken cancellation, int skip = 0)
    {
        var filter = query.Filter with { Skipped = Math.Max(0, skip), Most = Rows };
        return new(new
        {
            View = PageView.Of(context), Filter = filter, Reports = await store.Queue.ListAsync(filter, cancellation), Size = await store.Queue.CountAsync(cancellation),
            Reasons = await store.Queue.CountReasonsAsync(cancellation), Forms = store.Review.Forms,
            People = (await store.Users.ListAsync(cancellation)).Where(user => user is { Role: not UserRole.Viewer, DisabledAt: null }).Select(user => user.Name).ToList(),
        });
    }

    /// <summary>The report that is to be reviewed next.</summary>
    private static async Task<IResult> NextAsync([AsParameters] QueueQuery query, HttpContext context, ReportStore store, CancellationToken cancellation, string? after = null) =>
        Results.LocalRedirect((await ReviewEndpoints.FindNextAsync(store, query, after, context.User, cancellation) is { } next ? $"/review/{ReportId.Of(next)}" : "/queue") + QueueQuery.Of(query.Filter));

    private static async Task<IResult> ReviewAsync(string id, HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        if (!ReportId.TryParse(id, out var asked) || await store.Review.FindAsync(asked, cancellation) is not { } report)
            return NotFound(context);
        return new RazorComponentResult<ReviewPage>(new { View = PageView.Of(context), Report = report, Forms = store.Review.Forms });
    }

    private static async Task<RazorComponentResult<QualityPage>> QualityAsync(HttpContext context, ReportStore store, CancellationToken cancellation) => new(new
    {
        View = PageView.Of(context), Samples = await store.Quality.ListAsync(cancellation), Reviewers = await store.Quality.ListReviewersAsync(cancellation),
        Agreement = await store.Statistics.AgreeAsync(cancellation), Calibration = await store.Statistics.CalibrateAsync(cancellation),
    });

    private static async Task<RazorComponentResult<EqualsPage>> EqualsAsync(
        HttpContext context, ReportStore store, CancellationToken cancellation, string value = "1", long after = 0) => new(new
    {
        View = PageView.Of(context), Value = value.Trim(), Found = await store.EqualCells.ListAsync(value.Trim(), Math.Max(0, after), EqualsShown, cancellation),
    });

    /// <summary>The next field that is to be read again.</summary>
    private static async Task<IResult> QualityNextAsync(HttpContext context, ReportStore store, CancellationToken cancellation) =>
        await store.Quality.NextAsync(UserClaims.NameOf(context.User), cancellation) is { } item && await store.Review.FindAsync(item.Report, cancellation) is { } report
            ? new RazorComponentResult<QualityTaskPage>(new { View = PageView.Of(context), Item = item, Report = report }) : Results.LocalRedirect("/quality");

    private static RazorComponentResult<MessagePage> NotFound(HttpContext context)
    {
        var view = PageView.Of(context);
        return new(new { View = view, Message = view.Tongue["The store has no such report.", "没有这份报告。"] }) { StatusCode = StatusCodes.Status404NotFound };
    }
}
