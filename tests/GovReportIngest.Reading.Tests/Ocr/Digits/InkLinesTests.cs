using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

/// <summary>Numbers that were wrapped in their cells.</summary>
public sealed class InkLinesTests
{
    private const double Scale = 300 / 72.0;
    private const int DigitHeight = 30;
    private const int Advance = 24;

    [Theory]
    [InlineData("11457", 4)]
    [InlineData("1226", 3)]
    [InlineData("225", 2)]
    [InlineData("310908", 3)]
    public void The_digits_of_a_wrapped_number_are_read_line_by_line(string number, int onLine)
    {
        using var reader = new CellReader(DigitModel.Load(Repository.PathOf("models", "digits.json")));
        var (page, cell) = Wrapped(number, onLine, paddingInPoints: 4);

        var answer = Assert.Single(reader.Read(page, Scale, [new CellRequest(cell, CellKind.Integer, 0)]));

        Assert.Equal(number, answer.Text);
        Assert.DoesNotContain("number-wrapped", answer.Doubts);
        Assert.True(cell.Contains(answer.InkBox!.Value.CentreX, answer.InkBox.Value.CentreY) && answer.InkBox.Value.Height > 2 * DigitHeight / Scale);
    }

    [Fact]
    public void Lines_that_leave_room_for_more_digits_may_be_two_numbers()
    {
        var (page, cell) = Wrapped("1226", 2, paddingInPoints: 20);
        var ink = NumberInk.Of(page, cell, Scale).OnOneLine();

        Assert.True(ink.MayBeTwo);
        Assert.Contains("number-wrapped", CellDoubts.Of(ink, CellKind.Integer, ink.Digits, TypicalHeights.Of([ink])));
    }

    [Fact]
    public void A_number_on_one_line_is_left_as_it_is()
    {
        var (page, cell) = Wrapped("1226", 4, paddingInPoints: 4);
        var ink = NumberInk.Of(page, cell, Scale);
        Assert.Same(ink, ink.OnOneLine());
    }

    [Fact]
    public void Dirt_below_a_number_is_no_line_of_it()
    {
        var (page, cell) = Wrapped("12", 2, paddingInPoints: 12);
        page.Fill(60, 100, 6, 14);
        var ink = NumberInk.Of(page, cell with { Height = cell.Height + 12 }, Scale);
        Assert.Same(ink, ink.OnOneLine());
    }

    /// <summary>A cell with a number, its lines in the middle, as it is drawn on a sheet of cells.</summary>
    private static (GrayImage Page, Box Cell) Wrapped(string number, int onLine, double paddingInPoints)
    {
        var sheet = DrawnCells.With("C059", "clean-300", [.. number.Select(digit => digit.ToString())]);
        var (padding, lines) = ((int)(paddingInPoints * Scale / 2), number.Chunk(onLine).ToList());
        var (width, height) = (onLine * Advance + 2 * padding, lines.Count * (DigitHeight + 12) + 12);
        var page = Picture.White(width + 80, height + 80);
        for (var index = 0; index < number.Length; index++)
        {
            var (line, at) = (index / onLine, index % onLine);
            var left = 40 + padding + (onLine - lines[line].Length) * Advance / 2 + at * Advance;
            Copy(sheet.InkOf(index), page, left, 40 + 12 + line * (DigitHeight + 12));
        }

        return (page, new(40 / Scale, 40 / Scale, width / Scale, height / Scale));
    }

    private static void Copy(NumberInk ink, GrayImage page, int left, int top)
    {
        var extent = ink.Extent;
        for (var y = extent.Top; y < extent.Bottom; y++)
            for (var x = extent.Left; x < extent.Right; x++)
                page[left + x - extent.Left, top + y - extent.Top] = ink.Image[x, y];
    }
}
