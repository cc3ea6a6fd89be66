namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Counts, over drawn sheets, how often a text was right by how far the readers agreed with it.</summary>
internal sealed class AgreementCounting
{
    /// <summary>Cells.</summary>
    private const int SmallTable = 2 * CellSheet.Columns;

    private readonly Dictionary<Agreement, AgreementCount> clear = [];
    private readonly Dictionary<Agreement, AgreementCount> poor = [];
    private readonly Dictionary<Agreement, AgreementCount> doubtful = [];
    private readonly Dictionary<Agreement, AgreementCount> marks = [];

    public CellCalibration Result => new(new(clear), new(poor), new(doubtful), new(marks));

    public void Add(CellReader reader, CellSheet sheet)
    {
        // A small table beside a large one: with few cells on a page, fewer glyphs have their likes.
        Add(reader, sheet, sheet.Cells.Take(SmallTable));
        Add(reader, sheet, sheet.Cells.Skip(SmallTable));
    }

    private void Add(CellReader reader, CellSheet sheet, IEnumerable<SheetCell> part)
    {
        var cells = part.ToList();
        var readers = reader.Ask(sheet.Page, CellSheet.PixelsPerPoint, [.. cells.Select(cell => cell.Request)]);
        var look = PageLook.Of(readers);
        foreach (var (cell, asked) in cells.Zip(readers))
        {
            var printed = SheetText.Plain(cell.Printed);
            if (asked.Mark is { } mark)
            {
                if (!CellDoubts.IsDirty(asked.Ink))
                    Count(marks, CellAnswers.AgreementOn(mark, asked.Texts.Model), SheetText.Plain(mark) == printed);
            }
            else if (asked.Ink.Characters.Count > 0)
            {
                var isDoubtful = CellDoubts.Of(asked.Ink, cell.Request.Kind, asked.Glyphs, look.Heights).Any(CellDoubts.IsOfDigits);
                var numbers = isDoubtful ? doubtful : look.IsPoor ? poor : clear;
                foreach (var text in asked.Texts.All)
                    Count(numbers, Agreement.With(text, asked.Texts), text == printed.Replace(".", "", StringComparison.Ordinal).TrimStart('-'));
            }
        }
    }

    private static void Count(Dictionary<Agreement, AgreementCount> counts, Agreement agreement, bool isRight)
    {
        var (right, cells) = counts.GetValueOrDefault(agreement);
        counts[agreement] = new(right + (isRight ? 1 : 0), cells + 1);
    }
}
