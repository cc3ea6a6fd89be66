using System.Security.Cryptography;
using GovReportIngest.Core.Export;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Pictures;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/documents</c>: what the store has.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/v1/documents").RequireAuthorization(Roles.Viewer).AddEndpointFilter<CrossSiteFilter>();
        documents.MapGet("", ListAsync);
        documents.MapGet("/{id}", StateAsync);
        documents.MapGet("/{id}/record", RecordAsync);
        documents.MapGet("/{id}/pages/{page:int}.png", PictureAsync);
        documents.MapGet("/{id}/text", TextAsync);
        documents.MapGet("/{id}/source", SourceAsync);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] DocumentQuery query, ReportStore store, CancellationToken cancellation, string? after = null, int limit = 50)
    {
        RecordId? last = null;
        if (after is not null)
            last = ReportId.TryParse(after, out var parsed) ? parsed : null;
        if (after is not null && last is null)
            return ApiProblem.Refused("after is the next of an earlier list.");
        if (query.Wrong is { } wrong)
            return ApiProblem.Refused(wrong);
        var most = Math.Clamp(limit, 1, 500);
        var rows = await store.Queries.ListAsync(query.Filter with { After = last, Most = most }, cancellation);
        return Results.Json(new DocumentsModel([.. rows.Select(row => new DocumentModel(
            ReportId.Of(row.Id), row.Path, row.State, row.Agency, row.Year, row.Form, row.Pages, row.Fields, row.Open, row.Findings))],
            rows.Count == most ? ReportId.Of(rows[^1].Id) : null), ApiJson.Default.DocumentsModel);
    }

    /// <summary>How far a document has come; null where there is none.</summary>
    public static async Task<DocumentStateModel?> StateOfAsync(RecordId id, ReportStore store, CancellationToken cancellation) =>
        await store.Queries.FindAsync(id.DocumentId, cancellation) is not { } found ? null : new(
            ReportId.Of(id), found.Document.Path, found.Document.State, found.Open.Count(row => row.Part == id.Part),
            [.. found.Versions.Where(version => version.IsCurrent).Select(version => ReportId.Of(new(id.DocumentId, version.Part)))]);

    private static async Task<IResult> StateAsync(string id, ReportStore store, CancellationToken cancellation) =>
        ReportId.TryParse(id, out var asked) && await StateOfAsync(asked, store, cancellation) is { } state
            ? Results.Json(state, ApiJson.Default.DocumentStateModel) : ApiProblem.NotFound("such document");

    /// <summary><c>govreport.record/1</c> with the decisions in force; <c>?extracted=true</c> gives what the machine read.</summary>
    private static async Task<IResult> RecordAsync(string id, ReportStore store, CancellationToken cancellation, bool extracted = false)
    {
        if (!ReportId.TryParse(id, out var asked) || await store.Review.FindAsync(asked, cancellation) is not { } report)
            return ApiProblem.NotFound("such report");
        var bytes = RecordJson.Write(extracted ? report.Extracted : report.Record);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
    }

    private static async Task<IResult> PictureAsync(string id, int page, ReportStore store, PageImages images, HttpResponse response, CancellationToken cancellation)
    {
        if (!ReportId.TryParse(id, out var asked) || await store.Review.FindAsync(asked, cancellation) is not { } report
            || await images.FindAsync(asked.DocumentId, report.Extracted, page, cancellation) is not { } file)
            return ApiProblem.NotFound("picture of such a page");
        response.Headers.CacheControl = "private, max-age=86400";
        return Results.File(file, "image/png", entityTag: new($"\"{Path.GetFileNameWithoutExtension(file)}\""));
    }

    private static async Task<IResult> TextAsync(string id, ReportStore store, SourceTexts texts, CancellationToken cancellation) =>
        ReportId.TryParse(id, out var asked) && await store.Review.FindAsync(asked, cancellation) is { } report && await texts.FindAsync(asked.DocumentId, report.Extracted, cancellation) is { } text
            ? Results.Json(text, ApiJson.Default.SourceTextModel) : ApiProblem.NotFound("text of such a source");

    /// <summary>The bytes as they came, always as a download: a browser must not open what others wrote as a page of this server.</summary>
    private static async Task<IResult> SourceAsync(string id, ReportStore store, CancellationToken cancellation, int file = 1)
    {
        if (!ReportId.TryParse(id, out var asked) || await store.Queries.FindAsync(asked.DocumentId, cancellation) is not { } document
            || document.Files.ElementAtOrDefault(file - 1) is not { } found)
            return ApiProblem.NotFound("such file");
        return Results.Bytes(await store.Blobs.ReadAsync(found.Sha256, cancellation), "application/octet-stream", Path.GetFileName(found.Name));
    }
}
