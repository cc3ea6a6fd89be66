using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Check;

public sealed class UnlikeCellsTests
{
    [Fact]
    public void A_mark_alone_among_blank_cells_is_doubtful() =>
        Assert.Equal(["t.b.c1"], UnlikeCells.Among([Empty("t.b.c1", FieldState.Placeholder), .. Row("t.a", 12, FieldState.Blank)]));

    [Fact]
    public void A_blank_cell_alone_among_marks_is_doubtful() =>
        Assert.Equal(["t.b.c1"], UnlikeCells.Among([Empty("t.b.c1", FieldState.Blank), .. Row("t.a", 12, FieldState.Placeholder)]));

    [Fact]
    public void Marks_of_a_whole_row_speak_for_each_other() =>
        Assert.Empty(UnlikeCells.Among([.. Row("t.b", 3, FieldState.Placeholder), .. Row("t.a", 40, FieldState.Blank)]));

    [Fact]
    public void A_doubtful_mark_speaks_for_no_other() =>
        Assert.Equal(2, UnlikeCells.Among(
            [Empty("t.b.c1", FieldState.Placeholder), Empty("t.b.c2", FieldState.Placeholder, "unusual-ink"), .. Row("t.a", 40, FieldState.Blank)]).Count);

    [Fact]
    public void Cells_of_text_are_what_they_are() =>
        Assert.Empty(UnlikeCells.Among([.. new[] { Empty("t.b.c1", FieldState.Placeholder) }.Concat(Row("t.a", 12, FieldState.Blank))
            .Select(cell => new CellVerdict(cell.Reading with { Class = ReadingClass.PlainCell }))]));

    private static IEnumerable<CellVerdict> Row(string row, int count, FieldState state) =>
        Enumerable.Range(1, count).Select(column => Empty($"{row}.c{column}", state));

    private static CellVerdict Empty(string path, FieldState state, params string[] doubts) => new(new FieldReading
    {
        Path = path,
        State = state,
        Class = ReadingClass.OcrCell,
        Cell = new() { Ink = state is FieldState.Blank ? CellInk.Blank : CellInk.Printed, Text = "", Doubts = doubts },
    });
}
