using GovReportIngest.Server.Accounts;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Server.Api;

/// <summary>All calls of the API.</summary>
internal static class ApiCalls
{
    private const string Anything = "application/octet-stream";

    public static IReadOnlyList<ApiCall> All { get; } =
    [
        new("GET", "/openapi.json", "This description.", Roles.Viewer) { GivesFile = "application/json" },
        new("POST", "/documents", "Stores the bytes of one file; reading goes on by itself.", Roles.Reviewer) { TakesBytes = true, Gives = typeof(DocumentStateModel), Status = 202 },
        new("GET", "/documents", $"A page of the list; next is the after of the page behind it. state is one of {string.Join(", ", WorkStates.Codes)}.", Roles.Viewer) { Gives = typeof(DocumentsModel) },
        new("GET", "/documents/{id}", "How far a document has come, and the reports in it.", Roles.Viewer) { Gives = typeof(DocumentStateModel) },
        new("GET", "/documents/{id}/record", "The record with the decisions in force, or as the machine read it (extracted=true).", Roles.Viewer) { GivesFile = "application/json" },
        new("GET", "/documents/{id}/pages/{page}.png", "A picture of a page of the source, drawn anew.", Roles.Viewer) { GivesFile = "image/png" },
        new("GET", "/documents/{id}/text", "What a source without pages says, line by line, or paragraph by paragraph and table by table.", Roles.Viewer) { Gives = typeof(SourceTextModel) },
        new("GET", "/documents/{id}/source", "The bytes as they came.", Roles.Viewer) { GivesFile = Anything },
        new("GET", "/documents/{id}/export", "One report as a file of a format.", Roles.Viewer) { GivesFile = Anything },
        new("GET", "/export", "All reports that the filters find, as one file.", Roles.Viewer) { GivesFile = Anything },
        new("GET", "/search", "Reports that say this, the latest first; next is the before of the page behind it.", Roles.Viewer) { Gives = typeof(SearchModel) },
        new("GET", "/review/reports", "Reports with open questions.", Roles.Reviewer) { Gives = typeof(QueueModel) },
        new("GET", "/review/next", "The report to be reviewed next; 204 where there is none.", Roles.Reviewer) { Gives = typeof(Dictionary<string, string>) },
        new("GET", "/review/reports/{id}", "One report with fields, places, candidates and sums.", Roles.Reviewer) { Gives = typeof(ReportModel) },
        new("PUT", "/review/reports/{id}/lease", "Lends the report, or goes on lending it.", Roles.Reviewer) { Gives = typeof(LeaseModel), MayConflict = true },
        new("DELETE", "/review/reports/{id}/lease", "Gives the report back.", Roles.Reviewer) { Status = 204 },
        new("PUT", "/review/reports/{id}/assignment", "Says who is to review the report; null for anybody.", Roles.Reviewer) { Takes = typeof(AssignmentModel), Status = 204 },
        new("POST", "/review/reports/{id}/trials", "What a field would be, and the sums with it; nothing is written.", Roles.Reviewer) { Takes = typeof(TrialModel), Gives = typeof(TrialResult) },
        new("POST", "/review/reports/{id}/trials/shift", "The report as it would be after a shift; nothing is written.", Roles.Reviewer) { Takes = typeof(ShiftModel), Gives = typeof(ShiftTrialResult) },
        new("POST", "/review/reports/{id}/decisions", "Makes a decision about what was visible.", Roles.Reviewer) { Takes = typeof(DecisionModel), Gives = typeof(ReportModel), MayConflict = true },
        new("GET", "/quality/samples", "Samples with their bounds, and how well people read.", Roles.Reviewer) { Gives = typeof(QualityModel) },
        new("POST", "/quality/samples", "Draws a sample.", Roles.Admin) { Takes = typeof(QualityPlanModel), Gives = typeof(Dictionary<string, long>), Status = 201 },
        new("POST", "/quality/items/{id}", "Says what the page prints.", Roles.Reviewer) { Takes = typeof(QualityAnswerModel), Status = 204, MayConflict = true },
    ];
}
