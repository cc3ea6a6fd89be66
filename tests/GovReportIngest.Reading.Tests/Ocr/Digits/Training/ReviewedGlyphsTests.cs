using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr.Digits.Training;

public sealed class ReviewedGlyphsTests
{
    private static readonly CellSheet Sheet = CellSheet.Draw("C059", false, ScanCondition.All[0], 4);

    [Fact]
    public void Digits_that_people_accepted_are_cut_from_their_page_and_named()
    {
        var glyphs = new ReviewedGlyphs();
        glyphs.Add([PageWith(cell => cell.Printed)]);
        var model = DigitModel.Load(Repository.PathOf("models", "digits.json"));
        var digits = glyphs.Samples.Where(sample => sample.Class < 10).ToList();
        var right = digits.Count(sample => model.Classify(sample.Features) is var named && Array.IndexOf(named, named.Max()) == sample.Class);
        Assert.InRange(digits.Count, 150, 600);
        Assert.InRange(right, digits.Count * 98 / 100, digits.Count);
    }

    [Fact]
    public void Ink_that_is_not_so_many_characters_as_were_accepted_teaches_nothing()
    {
        var glyphs = new ReviewedGlyphs();
        glyphs.Add([PageWith(cell => cell.Printed + "123456")]);
        Assert.Empty(glyphs.Samples);
    }

    [Fact]
    public void Of_one_document_a_digit_is_taken_some_times_only()
    {
        var (once, often) = (new ReviewedGlyphs(), new ReviewedGlyphs());
        var page = PageWith(cell => cell.Printed);
        once.Add([page]);
        often.Add([.. Enumerable.Repeat(page, 20)]);
        Assert.InRange(often.Count, once.Count, DigitModel.Classes.Length * 60);
    }

    private static ReviewedPage PageWith(Func<SheetCell, string> printed)
    {
        using var picture = PixImage.ToNative(Sheet.Page);
        return new(PixImage.EncodePng(picture), CellSheet.Width,
            [.. Sheet.Cells.Where(cell => cell.Printed.Length > 0).Select(cell => (InkOf(cell), printed(cell))).Where(number => number.Item1.Width > 0)]);
    }

    private static Box InkOf(SheetCell cell) =>
        NumberInk.Of(Sheet.Page, cell.Request.Box, CellSheet.PixelsPerPoint) is { Characters.Count: > 0 } ink ? ink.ExtentInPoints : default;
}
