using System.Data.Common;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Review;

/// <summary>Records as the decisions about them leave them.</summary>
internal sealed class ReviewedReports(Lazy<FormLibrary> forms)
{
    public FormDefinition? FormOf(ReportRecord record) => record.Form is { } form ? forms.Value.Find(form.Id) : null;

    public IReadOnlyList<string> Forms => [.. forms.Value.Forms.Select(form => form.Id)];

    /// <summary>What was read of a document, part by part, as people decided about its reports; the bytes stay those that were read.</summary>
    public async Task<IReadOnlyList<RecordFile>> ApplyAsync(DbConnection connection, long documentId, IReadOnlyList<RecordFile> read)
    {
        var shown = new List<RecordFile>();
        foreach (var file in read)
            shown.Add(file with { Record = await ApplyAsync(connection, documentId, shown.Count + 1, file.Record) });
        return shown;
    }

    public async Task<ReportRecord> ApplyAsync(DbConnection connection, long documentId, long part, ReportRecord read) =>
        Apply(RegisterItems.AddTo(read, await ReportItems.ListAsync(connection, new(documentId, part))), await Decisions.ListAsync(connection, documentId, part));

    public ReportRecord Apply(ReportRecord read, IReadOnlyList<DecisionRow> log) =>
        log.Count == 0 ? read : ReviewedRecord.Of(read, FormOf(read), StandingOf(log));

    public static StandingDecisions StandingOf(IReadOnlyList<DecisionRow> log) => StandingDecisions.Of(log.Select(Decisions.Of));
}
