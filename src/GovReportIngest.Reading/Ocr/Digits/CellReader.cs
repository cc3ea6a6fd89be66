using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Reads number cells by readers that fail differently: a model that names single glyphs, a montage of cells in one line, the
/// votes of glyphs that look alike all over the page, and where these do not clearly agree a second montage in another grouping,
/// size and rhythm. How far they agree gives the probability of a reading.
/// </summary>
/// <param name="model">Null reads by montages and votes alone.</param>
internal sealed class CellReader(DigitModel? model = null) : IDisposable
{
    /// <summary>Below this the model's word on a cell asks for a montage of that cell.</summary>
    private const double SureModel = 0.99;

    /// <summary>Cells in one line of a montage: longer lines lose cells.</summary>
    private const int MontageCells = 12;

    /// <summary>Every group of like glyphs is read in so many cells; the rest of them need no montage of their own.</summary>
    private const int ReadingsOfGroup = 6;

    private readonly DigitReader? digits = model is null ? null : new(model);
    private readonly CellAnswers answers = new(model?.Calibration ?? CellCalibration.None);
    private readonly TesseractEngine engine = TesseractEngine.Start("eng", "0123456789");

    public void Dispose() => engine.Dispose();

    /// <summary>One answer a request, in the order asked.</summary>
    public IReadOnlyList<CellReading> Read(GrayImage page, double pixelsPerPoint, IReadOnlyList<CellRequest> cells)
    {
        var asked = Ask(page, pixelsPerPoint, cells);
        var look = PageLook.Of(asked);
        var surest = LikeMarks.Surest(asked);
        return [.. asked.Select((cell, i) => Answer(cell, cells[i].Kind, look, surest[i]))];
    }

    private CellReading Answer(AskedCell cell, CellKind kind, PageLook look, ModelReading? surest)
    {
        if (cell.Mark is { } mark)
            return answers.OfMark(cell.Ink, mark, surest);
        var answer = answers.Of(cell, kind, look);
        return answer with { Grounds = [.. answer.Grounds, .. InkGrounds.Of(cell, look)] };
    }

    /// <summary>What the readers say, before anything is decided.</summary>
    public IReadOnlyList<AskedCell> Ask(GrayImage page, double pixelsPerPoint, IReadOnlyList<CellRequest> cells)
    {
        var inks = cells.Select(cell => NumberInk.Of(page, cell.Box, pixelsPerPoint).OnOneLine()).ToList();
        var marks = inks.Select(Marks.PlaceholderOf).ToList();
        var named = inks.Select((ink, i) => digits?.Read(ink, marks[i] is null ? ink.Digits : ink.Characters.Count > 0 ? ink.Characters : ink.Dots)).ToList();
        var texts = ReadDigits(inks, named, cells, [.. Enumerable.Range(0, cells.Count).Where(i => inks[i].Digits.Count > 0 && marks[i] is null)]);
        return [.. Enumerable.Range(0, cells.Count).Select(i => new AskedCell(inks[i], marks[i], texts.GetValueOrDefault(i) ?? new(named[i], null, null, null)))];
    }

    private Dictionary<int, CellTexts> ReadDigits(List<NumberInk> inks, List<ModelReading?> named, IReadOnlyList<CellRequest> cells, List<int> numbers)
    {
        var votes = new GlyphVotes();
        foreach (var i in numbers)
            votes.Add(i, inks[i], named[i] is { IsNumber: true } reading ? reading.Glyphs : inks[i].Digits);
        var first = ReadGroups(inks, numbers.Where(i => named[i] is not { IsNumber: true, Confidence: >= SureModel } | votes.Needs(i, ReadingsOfGroup)), MontageStyle.Row, votes);
        // Down the columns: other neighbours, other errors.
        var second = ReadGroups(inks, numbers.Where(i => !IsSettled(named[i], first.GetValueOrDefault(i), votes.TextOf(i)))
            .OrderBy(i => Math.Round(cells[i].Box.X)).ThenBy(i => cells[i].Box.Y), MontageStyle.Second, votes);
        return numbers.ToDictionary(i => i, i => new CellTexts(named[i], votes.TextOf(i), first.GetValueOrDefault(i), second.GetValueOrDefault(i)));
    }

    /// <summary>Few cells make few groups of like glyphs: where these name nothing, the second montage is asked in their place.</summary>
    private static bool IsSettled(ModelReading? named, string? first, string? vote) =>
        named is { IsNumber: true, Confidence: >= SureModel } reading && vote == reading.Text && (string.IsNullOrEmpty(first) || first == reading.Text);

    private Dictionary<int, string> ReadGroups(List<NumberInk> inks, IEnumerable<int> cells, MontageStyle style, GlyphVotes votes)
    {
        var texts = new Dictionary<int, string>();
        var montage = new Montage(engine);
        foreach (var group in cells.ToList().Chunk(MontageCells))
        {
            var read = montage.Read([.. group.Select(i => inks[i])], style);
            for (var k = 0; k < group.Length; k++)
            {
                texts[group[k]] = read[k];
                votes.Count(group[k], read[k]);
            }
        }

        return texts;
    }
}
