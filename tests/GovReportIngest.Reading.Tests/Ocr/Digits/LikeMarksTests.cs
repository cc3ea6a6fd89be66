using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class LikeMarksTests
{
    private static AskedCell Dash(double confidence, int width = 20, string named = "-")
    {
        var page = new GrayImage(200, 120);
        Array.Fill(page.Pixels, (byte)255);
        for (var y = 56; y < 62; y++)
            for (var x = 80; x < 80 + width; x++)
                page[x, y] = 0;
        var ink = NumberInk.Of(page, new Box(2, 2, 44, 25), 300.0 / 72);
        return new(ink, Marks.PlaceholderOf(ink), new(new(named, confidence, []), null, null, null));
    }

    [Fact]
    public void The_two_surest_of_many_like_marks_speak_for_all_of_them()
    {
        AskedCell[] cells = [Dash(0.99), Dash(0.98), Dash(0.9995), Dash(0.97), Dash(0.99), Dash(0.99)];

        Assert.All(cells, cell => Assert.Equal("-", cell.Mark));
        Assert.All(LikeMarks.Surest(cells), model => Assert.Equal(1 - 0.0005 * 0.01, model!.Confidence, 9));
    }

    [Fact]
    public void Few_marks_other_sizes_and_other_names_speak_for_themselves()
    {
        AskedCell[] few = [Dash(0.99), Dash(0.9995)];
        AskedCell[] mixed = [Dash(0.9, 60), Dash(0.8, named: "1"), Dash(0.9995), Dash(0.97), Dash(0.99), Dash(0.99), Dash(0.99)];

        AskedCell[] named = [Dash(0.99), Dash(0.98), Dash(0.9995), Dash(0.97), Dash(0.99), Dash(0.95, named: "1")];

        Assert.Equal([0.99, 0.98], LikeMarks.Surest(named).Take(2).Select(model => model!.Confidence));
        Assert.Equal([0.99, 0.9995], LikeMarks.Surest(few).Select(model => model!.Confidence));
        Assert.Equal([0.9, 0.8], LikeMarks.Surest(mixed).Take(2).Select(model => model!.Confidence));
    }
}
