using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/…/export</c>: reviewed reports as files, one or all that a filter finds. They are written while they are sent.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").RequireAuthorization(Roles.Viewer).AddEndpointFilter<CrossSiteFilter>();
        api.MapGet("/documents/{id}/export", OneAsync);
        api.MapGet("/export", FoundAsync);
    }

    private static async Task<IResult> OneAsync(string id, HttpRequest request, ReportStore store, IPageTexts pages, CancellationToken cancellation, string format = "")
    {
        if (!ReportId.TryParse(id, out var asked))
            return ApiProblem.NotFound("such report");
        return await SendAsync(format, new ExportChoice.These([asked]), $"report-{id}", request, store, pages, cancellation);
    }

    private static async Task<IResult> FoundAsync(
        [AsParameters] DocumentQuery query, HttpRequest request, ReportStore store, IPageTexts pages, CancellationToken cancellation, string format = "") =>
        query.Wrong is { } wrong ? ApiProblem.Refused(wrong)
            : await SendAsync(format, new ExportChoice.Found(query.Filter), "reports", request, store, pages, cancellation);

    private static async Task<IResult> SendAsync(
        string code, ExportChoice choice, string name, HttpRequest request, ReportStore store, IPageTexts pages, CancellationToken cancellation)
    {
        if (ExportFormats.Find(code) is not { } format)
            return ApiProblem.Refused($"format is one of {string.Join(", ", ExportFormats.Codes)}.");
        var reports = await ChosenReports.FindAsync(store, choice, null, cancellation);
        if (reports.Rows.Count == 0)
            return ApiProblem.NotFound("such report");
        if (ExportFormats.IsOfFile(format))
            return await SendFileAsync(reports.OfFiles(), format, PageTongue.Of(request), pages, cancellation);
        // What a browser downloads is opened in a spreadsheet, as often as not.
        var writer = ExportFormats.Of(format, excelSafe: true, PageTongue.Of(request), pages);
        return Results.Stream(output => writer.WriteAsync(reports, output, cancellation), ExportFormats.MediaTypeOf(format), name + ExportFormats.SuffixOf(format));
    }

    private static async Task<IResult> SendFileAsync(ChosenReports files, ExportFormat format, Tongue tongue, IPageTexts pages, CancellationToken cancellation)
    {
        if (files.Rows.Count > 1)
            return ApiProblem.Refused($"format {ExportFormats.CodeOf(format)} is of one file; ask for it by /documents/ID/export.");
        var whole = ScratchFile.Create();
        try
        {
            await ExportFormats.Of(format, excelSafe: true, tongue, pages).WriteAsync(files, whole, cancellation);
            whole.Position = 0;
            return Results.Stream(whole, ExportFormats.MediaTypeOf(format), Path.GetFileName(files.Rows[0].Path) + ExportFormats.SuffixOf(format));
        }
        catch (Exception failed)
        {
            await whole.DisposeAsync();
            if (failed is NotExportableException)
                return ApiProblem.Refused(failed.Message);
            throw;
        }
    }
}
