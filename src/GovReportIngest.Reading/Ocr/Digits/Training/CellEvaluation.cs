using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>How cells of held-out faces were read: exact, flagged for a person, or wrong without a word.</summary>
internal readonly record struct CellScore(int Cells, int Exact, int Flagged, int Silent, IReadOnlyList<string> Failures)
{
    public static CellScore None { get; } = new(0, 0, 0, 0, []);

    public static CellScore operator +(CellScore a, CellScore b) =>
        new(a.Cells + b.Cells, a.Exact + b.Exact, a.Flagged + b.Flagged, a.Silent + b.Silent, [.. a.Failures, .. b.Failures]);
}

/// <summary>Measures <see cref="CellReader"/> on synthetic sheets.</summary>
internal static class CellEvaluation
{
    public static CellScore Measure(CellReader reader, CellSheet sheet) => sheet.Cells
        .Zip(reader.Read(sheet.Page, CellSheet.PixelsPerPoint, [.. sheet.Cells.Select(cell => cell.Request)]))
        .Aggregate(CellScore.None, (score, pair) => score + ScoreOf(pair.First, pair.Second));

    private static CellScore ScoreOf(SheetCell cell, CellReading reading)
    {
        var exact = IsExact(SheetText.Plain(cell.Printed), reading);
        var flagged = IsFlagged(reading);
        var opinions = string.Join(' ', reading.Opinions.Select(opinion => $"{opinion.Reader}={opinion.Text}"));
        return new(1, exact ? 1 : 0, flagged ? 1 : 0, !exact && !flagged ? 1 : 0,
            exact && !flagged ? [] : [$"{cell.Printed} > {reading.Text} ({opinions}; {string.Join(' ', reading.Doubts)}){(flagged ? "" : " SILENT")}{(exact ? "" : " WRONG")}"]);
    }

    private static bool IsExact(string printed, CellReading reading) => printed switch
    {
        "" => reading.Ink == CellInk.Blank,
        _ => reading.Ink == CellInk.Printed && SheetText.Plain(reading.Text) == printed,
    };

    /// <summary>As Check sees it: any doubt, or readers that do not agree.</summary>
    private static bool IsFlagged(CellReading reading) =>
        reading.Ink == CellInk.Unreadable || reading.Doubts.Count > 0 || reading.Opinions.Select(opinion => opinion.Text).Distinct().Count() > 1
        || (reading.Ink == CellInk.Printed && reading.Opinions.Count < 2);
}
