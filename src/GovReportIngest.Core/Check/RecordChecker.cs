using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>Gives every field its probability and review decision, evaluates the identities and decides the record's outcome.</summary>
public sealed class RecordChecker(Calibration calibration)
{
    private readonly FieldJudge judge = new(calibration);

    /// <summary>Pure: the same input gives the same record.</summary>
    /// <param name="documentProblems">Those of no single page: what Collect noticed, and the reader of the whole file.</param>
    public ReportRecord Check(
        Interpretation report, IReadOnlyList<ReadPage> pages, IReadOnlyList<Problem> documentProblems, RecordSource source, EngineVersions engine)
    {
        var cells = report.Fields.Select(field => new CellVerdict(field)).ToList();
        var byPath = cells.ToDictionary(cell => cell.Reading.Path, StringComparer.Ordinal);
        var identities = report.Form?.IdentitiesWith(report.Variants) ?? [];
        new IdentityDecoder(identities, byPath).Decide();
        var checks = identities.Select(identity => IdentityCheck.Evaluate(identity, (string path) => OperandAt(byPath, path))).ToList();
        checks.AddRange(NarrativeCheck.Evaluate(
            report.Statements, path => OperandAt(byPath, path), path => byPath.TryGetValue(path, out var cell) && IsDoubtfulScan(cell)));
        var fields = judge.Judge(cells, checks, JudgedPages.Of(pages));
        IReadOnlyList<Problem> problems = [.. documentProblems, .. pages.SelectMany(page => page.Problems), .. report.Problems];
        var items = DocumentReview.ItemsOf(report, fields, pages, problems);
        return new()
        {
            Source = source,
            Engine = engine with { Form = report.Form?.Hash, CalibrationModel = calibration.Hash },
            Form = report.Form is { } form ? new(form.Id, Math.Round(report.FormScore, 6), report.Variants) : null,
            Outcome = OutcomeOf(fields, items, pages),
            Review = items,
            Pages = [.. pages.Select(PageOf)],
            Fields = fields,
            Outline = report.Outline,
            Tables = report.Tables,
            Checks = checks,
            Problems = problems,
        };
    }

    public static RecordPage PageOf(ReadPage page) => new(
        page.Number, page.SourcePage, page.Part, page.Width, page.Height, page.Rotation, page.SkewDegrees, page.Dpi,
        page.DpiIsAssumed, page.Reading, page.Why);

    private static bool IsDoubtfulScan(CellVerdict cell) => cell.Reading.Class is ReadingClass.OcrCell && (cell.IsDoubtful || cell.WasChosen || !cell.ReadersAgree);

    private static Operand OperandAt(Dictionary<string, CellVerdict> cells, string path) =>
        cells.TryGetValue(path, out var cell) ? cell.Operand : new(FieldState.Missing, null);

    private static Outcome OutcomeOf(
        IReadOnlyList<KeyValuePair<string, RecordField>> fields, IReadOnlyList<DocumentItem> items, IReadOnlyList<ReadPage> pages)
    {
        if (pages.All(page => page.IsLost || page.IsLeftOut))
            return Outcome.Rejected;
        return items.Count > 0 || fields.Any(field => field.Value.Review == ReviewState.Open) ? Outcome.NeedsReview : Outcome.Accepted;
    }
}
