using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class CellReaderTests(ITestOutputHelper output)
{
    private static DigitModel Model => DigitModel.Load(Repository.PathOf("models", "digits.json"));

    [Theory]
    [InlineData("clean-300")]
    [InlineData("office-300")]
    [InlineData("office-200")]
    [InlineData("shaded-200")]
    public void Cells_of_faces_never_trained_on_are_read_without_needless_flags_and_never_wrong_in_silence(string condition)
    {
        var score = Measure(condition, ["C059", "WenQuanYi Zen Hei"], seed: 71_000);
        Assert.Equal(0, score.Silent);
        Assert.True(score.Exact >= 0.99 * score.Cells, $"{score.Exact} of {score.Cells} exact");
        Assert.True(score.Flagged <= 0.04 * score.Cells, $"{score.Flagged} of {score.Cells} flagged");
    }

    [Theory]
    [InlineData("sealed-300")]
    [InlineData("thin-300")]
    [InlineData("skewed-200")]
    [InlineData("faded-200")]
    [InlineData("fax-204x196")]
    public void Hard_sheets_are_never_wrong_in_silence(string condition) =>
        Assert.Equal(0, Measure(condition, ["TeX Gyre Schola"], seed: 72_000).Silent);

    [Fact]
    public void Printed_blank_and_placeholder_are_told_apart()
    {
        using var reader = new CellReader(Model);
        string[] printed = ["0", "", "-", "/", "644", "—", "17", "30"];
        var cells = DrawnCells.With("WenQuanYi Zen Hei", "office-300", printed);
        foreach (var (cell, answer) in cells.Cells.Zip(cells.Read(reader)).Where(pair => pair.First.Request.Kind is CellKind.Integer))
        {
            Assert.Equal(cell.Printed.Length == 0 ? CellInk.Blank : CellInk.Printed, answer.Ink);
            Assert.Equal(SheetText.Plain(cell.Printed), SheetText.Plain(answer.Text));
        }
    }

    [Fact]
    public void The_word_for_none_is_read_or_shown_to_a_person_and_never_taken_for_a_digit()
    {
        using var reader = new CellReader(Model);
        Assert.All(DrawnCells.With("WenQuanYi Zen Hei", "office-300", "无", "12", "7").Read(reader).Where((_, cell) => cell % 3 == 0),
            answer => Assert.True(answer.Text == "无" || IsFlagged(answer), answer.Text));
    }

    [Fact]
    public void Dust_in_a_blank_cell_leaves_it_blank_and_a_blot_does_not()
    {
        using var reader = new CellReader(Model);
        var cells = DrawnCells.With("C059", "office-300", "", "53", "");
        cells.Blot(0, 0.5, 0.4, 0.5);
        cells.Blot(2, 0.5, 0.3, 2.2);
        var answers = cells.Read(reader);
        Assert.Equal(CellInk.Blank, answers[0].Ink);
        Assert.Equal(CellInk.Unreadable, answers[2].Ink);
    }

    [Fact]
    public void A_number_that_was_struck_through_is_shown_to_a_person()
    {
        using var reader = new CellReader(Model);
        var cells = DrawnCells.With("C059", "office-300", "3806", "152", "74", "9", "2618");
        for (var cell = 0; cell < 40; cell += 4)
            cells.Strike(cell, 0.2, 0.45 + 0.01 * (cell / 4), 0.8, 0.55, 0.8);
        for (var cell = 2; cell < 40; cell += 4)
            cells.Strike(cell, 0.3, 0.2, 0.7, 0.8, 0.8);
        var answers = cells.Read(reader);
        Assert.All(Enumerable.Range(0, 20), k => Assert.True(IsFlagged(answers[2 * k]), $"cell {2 * k}: {cells.Cells[2 * k].Printed} struck, read {answers[2 * k].Text}"));
    }

    [Fact]
    public void A_number_printed_over_another_is_shown_to_a_person()
    {
        using var reader = new CellReader(Model);
        var cells = DrawnCells.With("C059", "office-300", "386", "152", "74", "9", "618");
        var others = DrawnCells.With("C059", "office-300", "541", "837", "96", "4", "270");
        for (var cell = 0; cell < 40; cell++)
            cells.Overprint(cell, others, 0.15 * (cell % 8));
        var answers = cells.Read(reader);
        Assert.All(Enumerable.Range(0, 40), cell => Assert.True(IsFlagged(answers[cell]), $"cell {cell}: {cells.Cells[cell].Printed} overprinted, read {answers[cell].Text}"));
    }

    [Fact]
    public void Words_in_a_number_cell_are_not_read_as_a_number()
    {
        using var reader = new CellReader(Model);
        var cells = DrawnCells.With("WenQuanYi Zen Hei", "office-300", "万元", "件", "合计", "省政");
        Assert.All(cells.Read(reader), answer => Assert.True(IsFlagged(answer), answer.Text));
    }

    [Fact]
    public void The_same_cells_get_the_same_answers_again_and_in_a_new_reader()
    {
        var sheet = CellSheet.Draw("C059", false, ScanCondition.All.Single(known => known.Name == "noise-200"), 9);
        IReadOnlyList<CellRequest> requests = [.. sheet.Cells.Select(cell => cell.Request)];
        string Read(CellReader reader) => string.Join('\n', reader.Read(sheet.Page, CellSheet.PixelsPerPoint, requests)
            .Select(answer => $"{answer.Ink} {answer.Text} {string.Join(' ', answer.Doubts)} {string.Join(' ', answer.Candidates)}"));
        using var one = new CellReader(Model);
        using var other = new CellReader(Model);
        var first = Read(one);
        Assert.Equal(first, Read(one));
        Assert.Equal(first, Read(other));
    }

    private static bool IsFlagged(CellReading answer) => answer.Ink is CellInk.Unreadable || answer.Doubts.Count > 0;

    private CellScore Measure(string condition, IReadOnlyList<string> faces, int seed)
    {
        using var reader = new CellReader(Model);
        var scan = ScanCondition.All.Single(known => known.Name == condition);
        var score = faces.Select((face, k) => CellEvaluation.Measure(reader, CellSheet.Draw(face, false, scan, seed + k))).Aggregate(CellScore.None, (sum, sheet) => sum + sheet);
        foreach (var failure in score.Failures)
            output.WriteLine(failure);
        return score;
    }
}
