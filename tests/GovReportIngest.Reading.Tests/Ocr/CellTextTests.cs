using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class CellTextTests
{
    [Fact]
    public void The_edge_of_a_sheet_around_the_page_is_no_text_of_the_cell_in_its_middle()
    {
        using var ink = PixImage.Checked(Leptonica.pixCreate(800, 1000, 1), "pixCreate");
        foreach (var edge in new PixelBox[] { new(0, 0, 800, 3), new(0, 997, 800, 3), new(0, 0, 3, 1000), new(797, 0, 3, 1000) })
            PixelPaint.Ink(ink, edge);
        PixelPaint.Ink(ink, new(360, 480, 40, 40));
        PixelPaint.Ink(ink, new(410, 480, 40, 40));

        var piece = Assert.Single(Assert.Single(CellText.Find([.. PixImage.Components(ink, 8).Select(shape => new PixelBox(shape.X, shape.Y, shape.Width, shape.Height))], [new(300, 460, 200, 80)], 4)));

        Assert.Equal(new(360, 480, 90, 40), piece.Box);
    }
}
