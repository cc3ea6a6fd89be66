using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Overlay;

/// <summary>Overlays of a record's pages: words, rulings, table cells, headings, and every field with its state and review.</summary>
public static class RecordOverlay
{
    private const int MostNotes = 9;

    /// <summary>One overlay a source page that has geometry, in order; a spread that was split is one page again.</summary>
    public static IReadOnlyList<PageOverlay> Of(ReportRecord record, IReadOnlyList<ReadPage> pages)
    {
        ArgumentNullException.ThrowIfNull(record);
        var sheets = pages.Where(page => page is { Width: > 0, Height: > 0 }).GroupBy(page => page.SourcePage).OrderBy(sheet => sheet.Key).ToList();
        return [.. sheets.Select((sheet, index) => new PageOverlay
        {
            SourcePage = sheet.Key,
            Width = sheet.First().Width,
            Height = sheet.First().Height,
            Rotation = sheet.First().Rotation,
            Title = TitleOf(record, sheet.First()),
            Notes = index == 0 ? Notes(record) : [],
            Shapes = Shapes(record, [.. sheet]),
        })];
    }

    private static string TitleOf(ReportRecord record, ReadPage page) => string.Create(CultureInfo.InvariantCulture,
        $"{record.Source.Path}  page {page.SourcePage}  {Codes.Of(page.Reading)} ({page.Why})  skew {page.SkewDegrees:0.0#}°  {record.Form?.Id ?? "no form"}  {Codes.Of(record.Outcome)}");

    private static IReadOnlyList<OverlayShape> Shapes(ReportRecord record, IReadOnlyList<ReadPage> sheet)
    {
        var numbers = sheet.Select(page => page.Number).ToHashSet();
        return
        [
            .. sheet.SelectMany(page => page.Parts()).SelectMany(page => page.Words.Select(word => Word(page, word))),
            .. sheet.SelectMany(page => page.Parts()).SelectMany(page => page.Rulings.Select(rule => Line(page.Frame, rule))),
            .. record.Tables.SelectMany(table => Cells(table, numbers)),
            .. Headings(record.Outline, numbers),
            .. record.Fields.SelectMany(field => FieldShapes(field.Key, field.Value, numbers)),
            .. record.Checks.Where(check => check.Outcome == CheckOutcome.Violated).SelectMany(check => Finding(record, check, numbers)),
        ];
    }

    private static IEnumerable<OverlayShape> Cells(RecordTable table, HashSet<int> pages)
    {
        var isFirst = true;
        foreach (var box in table.Cells.SelectMany(cell => Boxes(cell.Evidence, pages)))
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{table.Key ?? "table of no form"} {table.Rows}×{table.Columns}");
            yield return new(OverlayKind.Cell, Corners(box)) { Label = isFirst ? label : null, LabelSide = OverlayLabelSide.Above };
            isFirst = false;
        }
    }

    private static IEnumerable<OverlayShape> Headings(IReadOnlyList<OutlineNode> nodes, HashSet<int> pages)
    {
        foreach (var node in nodes)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"H{node.Level}{(node.Key is null ? "" : " " + node.Key)}");
            foreach (var box in Boxes(node.Evidence, pages))
            {
                yield return new(OverlayKind.Heading, Corners(box)) { Label = label, Level = node.Level };
                label = null;
            }

            foreach (var inner in Headings(node.Children, pages))
                yield return inner;
        }
    }

    private static IEnumerable<OverlayShape> FieldShapes(string path, RecordField field, HashSet<int> pages)
    {
        if (KindOf(field) is not { } kind)
            yield break;
        var isOfReport = ReportPaths.Has(path);
        var label = isOfReport ? $"{ReportPaths.KeyOf(path)}: {LabelOf(field)}" : LabelOf(field);
        foreach (var box in Boxes(field.Evidence, pages))
        {
            yield return new(kind, Corners(box))
            {
                Label = label,
                Reason = label is not null && kind == OverlayKind.Flagged ? ReasonOf(field) : null,
                LabelSide = !isOfReport ? OverlayLabelSide.Right : path == ReportPaths.Title ? OverlayLabelSide.Above : OverlayLabelSide.Below,
            };
            label = null;
        }
    }

    /// <summary>Around the sum, which forms name last; where its box is unknown or on another page, around nothing.</summary>
    private static IEnumerable<OverlayShape> Finding(ReportRecord record, CheckResult check, HashSet<int> pages)
    {
        var sum = record.Fields.FirstOrDefault(field => check.Fields.Count > 0 && field.Key == check.Fields[^1]).Value;
        return Boxes(sum?.Evidence ?? [], pages).Take(1).Select(box => new OverlayShape(OverlayKind.Finding, Corners(box))
        {
            Label = string.Create(CultureInfo.InvariantCulture, $"{check.Left} vs {check.Right}"),
            LabelSide = OverlayLabelSide.Below,
        });
    }

    private static OverlayKind? KindOf(RecordField field) => field switch
    {
        { Review: ReviewState.Open } => OverlayKind.Flagged,
        { State: FieldState.Printed } => OverlayKind.Sure,
        { State: FieldState.Blank } => OverlayKind.Blank,
        { State: FieldState.Placeholder } => OverlayKind.Placeholder,
        _ => null,
    };

    /// <summary>The value as it will be used, so that it can be compared with the ink.</summary>
    private static string? LabelOf(RecordField field) => field switch
    {
        { Value: FieldValue.Number number } => number.Amount.ToString(CultureInfo.InvariantCulture),
        { Value: FieldValue.Words words } => words.Text,
        { State: FieldState.Placeholder } => field.Printed ?? Codes.Of(field.State),
        { State: FieldState.Blank, Review: not ReviewState.Open } => null,
        _ => Codes.Of(field.State),
    };

    // A low probability is the sum of the other reasons and says the least; a coarse scan is the same for all fields.
    private static string ReasonOf(RecordField field) =>
        field.Reasons.FirstOrDefault(reason => reason is not ("low-probability" or Problem.LowResolution)) ?? (field.Reasons.Count > 0 ? field.Reasons[0] : "");

    /// <summary>What a person must know and no box can show.</summary>
    private static List<string> Notes(ReportRecord record)
    {
        var notes = record.Review.Select(item => $"document: {item.Reason}").ToList();
        notes.AddRange(record.Fields
            .Where(field => field.Value.Review == ReviewState.Open && !field.Value.Evidence.OfType<Evidence.OnPage>().Any())
            .GroupBy(field => (Table: field.Key.Split('.')[0], State: Codes.Of(field.Value.State), Reason: ReasonOf(field.Value)))
            .Select(group => Say(group.Count() == 1 ? $"to be checked: {group.First().Key}" : $"to be checked: {group.Count()} fields of {group.Key.Table}", group.Key)));
        if (record.Fields.Count(field => field.Value is { State: FieldState.Missing, Review: ReviewState.None }) is > 0 and var missing)
            notes.Add($"rows that are not there: {missing} fields");
        notes.AddRange(record.Checks.Where(check => check.Outcome == CheckOutcome.Violated).Select(check =>
            string.Create(CultureInfo.InvariantCulture, $"does not add up: {check.Id} {check.Left} vs {check.Right}")));
        return notes.Count <= MostNotes ? notes : [.. notes.Take(MostNotes - 1), $"… and {notes.Count - MostNotes + 1} more"];

        static string Say(string what, (string Table, string State, string Reason) why) => $"{what} {why.State} {why.Reason}";
    }

    private static IEnumerable<Box> Boxes(IReadOnlyList<Evidence> evidence, HashSet<int> pages) =>
        evidence.OfType<Evidence.OnPage>().Where(place => pages.Contains(place.Page)).Select(place => place.Box);

    private static double[] Corners(Box box) => [box.X, box.Y, box.Right, box.Y, box.Right, box.Bottom, box.X, box.Bottom];

    /// <summary>What OCR read is written beside the ink; what a text layer says looks the same.</summary>
    private static OverlayShape Word(ReadPage page, Word word) => Quad(OverlayKind.Word, page.Frame, word.Box) with
    {
        Label = page.Reading == PageReading.Ocr ? word.Text : null,
        LabelSide = OverlayLabelSide.Below,
    };

    /// <summary>A box of the layout frame lies askew on the source page.</summary>
    private static OverlayShape Quad(OverlayKind kind, PageFrame frame, Box box) => new(kind, Points(frame,
        (box.X, box.Y), (box.Right, box.Y), (box.Right, box.Bottom), (box.X, box.Bottom)));

    private static OverlayShape Line(PageFrame frame, Ruling rule) => new(OverlayKind.Ruling, rule.Direction == RulingDirection.Horizontal
        ? Points(frame, (rule.Start, rule.Position), (rule.End, rule.Position))
        : Points(frame, (rule.Position, rule.Start), (rule.Position, rule.End)));

    private static double[] Points(PageFrame frame, params (double X, double Y)[] points) =>
        [.. points.Select(point => frame.ToSource(point.X, point.Y)).SelectMany(point => new[] { point.X, point.Y })];
}
