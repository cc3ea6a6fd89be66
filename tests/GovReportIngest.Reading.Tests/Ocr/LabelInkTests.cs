using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.Reading.Tests.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class LabelInkTests
{
    private const double Scale = CellSheet.PixelsPerPoint;
    private static readonly LabelInk Labels = new(new(ReadingModels.Digits));

    [Theory]
    [InlineData("WenQuanYi Zen Hei", "office-300")]
    [InlineData("WenQuanYi Zen Hei", "noise-200")]
    [InlineData("Noto Sans CJK SC", "office-300")]
    public void Short_labels_are_words(string face, string condition)
    {
        var cells = DrawnCells.With(face, condition, "总计", "其他", "合计", "规章", "科研机构", "小计");
        Assert.All(Enumerable.Range(0, cells.Cells.Count), cell => Assert.False(IsNumber(cells, cell), $"cell {cell}: {cells.Cells[cell].Printed}"));
    }

    [Theory]
    [InlineData("WenQuanYi Zen Hei", "office-300")]
    [InlineData("C059", "noise-200")]
    public void Most_numbers_are_told_from_words(string face, string condition)
    {
        var cells = DrawnCells.With(face, condition, "0", "46", "2000", "17", "83607.6", "952");
        var numbers = Enumerable.Range(0, cells.Cells.Count).Count(cell => IsNumber(cells, cell));
        Assert.True(numbers >= 0.9 * cells.Cells.Count, $"{numbers} of {cells.Cells.Count}");
    }

    [Fact]
    public void Without_a_model_only_the_shapes_tell()
    {
        var cells = DrawnCells.With("WenQuanYi Zen Hei", "office-300", "134", "省政府");
        var shapesAlone = new LabelInk(new(() => null));
        Assert.True(IsNumber(cells, 0, shapesAlone));
        Assert.False(IsNumber(cells, 1, shapesAlone));
    }

    private static bool IsNumber(DrawnCells cells, int cell, LabelInk? labels = null)
    {
        const int Rule = 6;
        var box = cells.Cells[cell].Request.Box;
        var inside = new PixelBox((int)(box.X * Scale) + Rule, (int)(box.Y * Scale) + Rule, (int)(box.Width * Scale) - 2 * Rule, (int)(box.Height * Scale) - 2 * Rule);
        using var grey = PixImage.ToNative(cells.Page);
        using var crop = PixImage.Clip(grey, inside.X, inside.Y, inside.Width, inside.Height)!;
        using var ink = PixImage.Checked(Leptonica.pixThresholdToBinary(crop, 150), "pixThresholdToBinary");
        var piece = Assert.Single(Assert.Single(CellText.Find([.. PixImage.Components(ink, 8).Select(shape => new PixelBox(shape.X, shape.Y, shape.Width, shape.Height))], [new(0, 0, inside.Width, inside.Height)], Scale)));
        return (labels ?? Labels).IsNumber(cells.Page, new(OnPage(piece.Box), [.. piece.Shapes.Select(OnPage)]), Scale);

        PixelBox OnPage(PixelBox part) => part with { X = part.X + inside.X, Y = part.Y + inside.Y };
    }
}
