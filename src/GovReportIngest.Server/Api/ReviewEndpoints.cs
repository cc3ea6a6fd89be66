using System.Security.Claims;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/review</c>: what is open, who works on it, and decisions.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var review = routes.MapGroup("/api/v1/review").RequireAuthorization(Roles.Reviewer).AddEndpointFilter<CrossSiteFilter>();
        review.MapGet("/reports", ListAsync);
        review.MapGet("/next", NextAsync);
        review.MapGet("/reports/{id}", GetAsync);
        review.MapPut("/reports/{id}/lease", LeaseAsync);
        review.MapDelete("/reports/{id}/lease", FreeAsync);
        review.MapPut("/reports/{id}/assignment", AssignAsync);
        review.MapPost("/reports/{id}/trials", TryAsync);
        review.MapPost("/reports/{id}/trials/shift", TryShiftAsync);
        review.MapPost("/reports/{id}/decisions", DecideAsync);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] QueueQuery query, ReportStore store, CancellationToken cancellation, int skip = 0, int limit = 50)
    {
        var rows = await store.Queue.ListAsync(query.Filter with { Skipped = Math.Max(0, skip), Most = Math.Clamp(limit, 1, 500) }, cancellation);
        return Results.Json(new QueueModel([.. rows.Select(row => new QueueRowModel(
            ReportId.Of(row.Id), row.Path, row.Agency, row.Year, row.Form, row.Open, row.Reason, row.OpenedAt, row.LeasedBy, row.Assignee))]), ApiJson.Default.QueueModel);
    }

    /// <summary>The first report that nobody else works on; with <c>after</c>, another one than this.</summary>
    private static async Task<IResult> NextAsync([AsParameters] QueueQuery query, ReportStore store, ClaimsPrincipal user, CancellationToken cancellation, string? after = null) =>
        await FindNextAsync(store, query, after, user, cancellation) is { } next
            ? Results.Json(new Dictionary<string, string> { ["id"] = ReportId.Of(next) }, ApiJson.Default.DictionaryStringString) : Results.NoContent();

    /// <summary>For pages and programs.</summary>
    /// <param name="after">Id of the report that the person comes from; null where there is none.</param>
    /// <returns>Null where there is no other.</returns>
    public static Task<RecordId?> FindNextAsync(ReportStore store, QueueQuery query, string? after, ClaimsPrincipal user, CancellationToken cancellation) =>
        store.Queue.NextAsync(query.Filter, after is not null && ReportId.TryParse(after, out var known) ? known : null, UserClaims.NameOf(user), cancellation);

    private static Task<IResult> GetAsync(string id, HttpRequest request, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation) => WithReportAsync(id, store,
        report => Task.FromResult(Results.Json(ReportModels.Of(report, PageTongue.Of(request), UserClaims.NameOf(user)), ApiJson.Default.ReportModel)), cancellation);

    private static async Task<IResult> LeaseAsync(string id, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation)
    {
        if (!ReportId.TryParse(id, out var report))
            return ApiProblem.NotFound("such report");
        var holder = await store.Queue.LeaseAsync(report, UserClaims.NameOf(user), cancellation);
        return Results.Json(new LeaseModel(holder, (int)QueueTable.LeaseTime.TotalSeconds), ApiJson.Default.LeaseModel,
            statusCode: holder is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> FreeAsync(string id, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation)
    {
        if (ReportId.TryParse(id, out var report))
            await store.Queue.FreeAsync(report, UserClaims.NameOf(user), cancellation);
        return Results.NoContent();
    }

    /// <summary>Administrators say it of anybody; others take what is nobody's, and give back what is theirs.</summary>
    private static async Task<IResult> AssignAsync(string id, AssignmentModel assignment, ClaimsPrincipal user, HttpRequest request, ReportStore store, CancellationToken cancellation)
    {
        if (!ReportId.TryParse(id, out var report))
            return ApiProblem.NotFound("such report");
        var (tongue, name) = (PageTongue.Of(request), UserClaims.NameOf(user));
        var isOwn = (assignment.To is null || assignment.To == name) && (await store.Queue.AssigneeOfAsync(report, cancellation) ?? name) == name;
        if (!isOwn && !user.IsInRole(Roles.Admin))
            return ApiProblem.Refused(tongue["Administrators assign reports of and to others.", "只有管理员可以为他人分配报告。"]);
        return await store.Queue.AssignAsync(report, assignment.To, name, cancellation) ? Results.NoContent()
            : ApiProblem.Refused(tongue["There is no such report, or nobody of this name who may review.", "没有这份报告，或没有可复核的此人。"]);
    }

    private static Task<IResult> TryAsync(string id, TrialModel trial, HttpRequest request, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation) =>
        WithReportAsync(id, store, report =>
        {
            var (state, value, wrong) = TypedAnswer.Read(report, trial.Path, trial.Printed, trial.State);
            return Task.FromResult(wrong is not null ? ApiProblem.Refused(wrong)
                : Results.Json(ReportModels.Try(report, trial.Path, state, value, PageTongue.Of(request), UserClaims.NameOf(user)), ApiJson.Default.TrialResult));
        }, cancellation);

    private static Task<IResult> TryShiftAsync(string id, ShiftModel shift, HttpRequest request, ReportStore store, CancellationToken cancellation) =>
        WithReportAsync(id, store, report => Task.FromResult(ReportModels.Try(report, ShiftOf(shift), PageTongue.Of(request)) is { } result
            ? Results.Json(result, ApiJson.Default.ShiftTrialResult) : ApiProblem.Refused("from and to are no cells of one table, or nothing would move.")), cancellation);

    private static BlockShift ShiftOf(ShiftModel shift) => new(shift.From, shift.To, shift.Down, shift.Right);

    private static Task<IResult> DecideAsync(
        string id, DecisionModel decision, HttpRequest request, ClaimsPrincipal user, ReportStore store, DocumentProcessing processing, CancellationToken cancellation) =>
        WithReportAsync(id, store, async report =>
        {
            var tongue = PageTongue.Of(request);
            var (asked, wrong) = RequestOf(report, decision);
            if (asked is null)
                return ApiProblem.Refused(wrong!);
            var result = await store.Review.DecideAsync(report.Id, asked, UserClaims.NameOf(user), cancellation);
            if (result.Outcome is DecisionOutcome.Made && asked.Subject.StartsWith(Decision.ReadingPrefix, StringComparison.Ordinal))
                processing.Wake();
            return result.Outcome switch
            {
                DecisionOutcome.Made => Results.Json(ReportModels.Of(result.Report!, tongue, UserClaims.NameOf(user)), ApiJson.Default.ReportModel),
                DecisionOutcome.Unknown => ApiProblem.NotFound("such field"),
                DecisionOutcome.Blind => ApiProblem.Refused(tongue["Type what the page prints: two people do so without seeing what was read.", "请录入原文内容：此项由两人分别录入，不显示识别结果。"]),
                DecisionOutcome.NotOwn when asked.Action is not DecisionAction.Settle => ApiProblem.Refused(tongue["You entered one of the two values: somebody else has to decide.", "您是录入人之一，须由第三人裁定。"]),
                DecisionOutcome.NotOwn => ApiProblem.Refused(tongue["Somebody else has to look at what you decided.", "须由他人复查您的决定。"]),
                DecisionOutcome.Refused when asked.Action is not (DecisionAction.Correct or DecisionAction.Confirm) => ApiProblem.Refused(tongue["Nothing would change.", "不会有任何变化。"]),
                DecisionOutcome.Refused => ApiProblem.PlaceMissing(tongue["Mark on the page where it is printed, then decide.", "请先在页面上框出其所在位置。"]),
                DecisionOutcome.Conflict => await ConflictAsync(report, result, store, tongue, UserClaims.NameOf(user), cancellation),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }, cancellation);

    private static async Task<IResult> ConflictAsync(ReviewedReport before, DecisionResult result, ReportStore store, Tongue tongue, string user, CancellationToken cancellation)
    {
        var now = result.Report ?? await store.Review.FindAsync(before.Id, cancellation);
        var detail = result.Other is { } other
            ? tongue[$"{other.DecidedBy} decided meanwhile: {StateWords.OfAction(other.Action, tongue)} {other.NewValue}", $"{other.DecidedBy} 已先作决定：{StateWords.OfAction(other.Action, tongue)} {other.NewValue}"]
            : tongue["The document was read again meanwhile.", "文件已被重新识别。"];
        return Results.Json(new("Conflict", StatusCodes.Status409Conflict, detail, now is null ? null : ReportModels.Of(now, tongue, user)), ApiJson.Default.ConflictModel,
            "application/problem+json", StatusCodes.Status409Conflict);
    }

    private static (DecisionRequest? Request, string? Wrong) RequestOf(ReviewedReport report, DecisionModel decision)
    {
        DecisionAction action;
        try
        {
            action = Codes.Parse<DecisionAction>(decision.Action, Codes.Of);
        }
        catch (InvalidDataException unknown)
        {
            return (null, unknown.Message);
        }

        var request = new DecisionRequest
        {
            Subject = decision.Subject, Action = action, Version = decision.Version, Seen = decision.Seen, Note = string.IsNullOrWhiteSpace(decision.Note) ? null : decision.Note.Trim(), Shift = decision.Shift is { } shift ? ShiftOf(shift) : null, IsSourceWrong = decision.IsSourceWrong,
        };
        if (decision.Hint is { } text)
        {
            if (ReadingHint.TryParse(text) is not { } hint)
                return (null, $"\"{text}\" says nothing about how a document is read.");
            request = request with { Hint = hint };
        }

        if (decision.Asserted is { } asserted)
        {
            if (TypedValue.Read(report.Form, decision.Subject, asserted) is not { Value: { } known })
                return (null, $"\"{asserted}\" is no value of this field.");
            request = request with { Asserted = known };
        }

        if (action is not DecisionAction.Correct)
            return (request, null);
        if (decision.Place is not null && ReportModels.EvidenceOf(decision.Place, report.Record) is null)
            return (null, "place is no place of this document.");
        var (state, value, wrong) = TypedAnswer.Read(report, decision.Subject, decision.Printed, decision.State);
        return wrong is not null ? (null, wrong) : (request with
        {
            Result = new(state, value, state is FieldState.Blank or FieldState.Missing ? null : decision.Printed, ReportModels.EvidenceOf(decision.Place, report.Record) is { } place ? [place] : []),
        }, null);
    }

    private static async Task<IResult> WithReportAsync(string id, ReportStore store, Func<ReviewedReport, Task<IResult>> act, CancellationToken cancellation) =>
        ReportId.TryParse(id, out var asked) && await store.Review.FindAsync(asked, cancellation) is { } report ? await act(report) : ApiProblem.NotFound("such report");
}
