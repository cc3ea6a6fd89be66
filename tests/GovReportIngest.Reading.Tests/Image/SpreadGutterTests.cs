using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

/// <summary>Sheets of bars, as lines of characters, on 100 dots per inch.</summary>
public sealed class SpreadGutterTests
{
    private const int Dpi = 100;
    private const int Page = 827;
    private const int Height = 1169;

    [Fact]
    public void Two_pages_of_a_large_sheet_are_parted_between_them()
    {
        var sheet = Sheet(2 * Page, Height);
        Text(sheet, 90, Page - 90);
        Text(sheet, Page + 90, 2 * Page - 90);

        Assert.InRange(Find(sheet) ?? 0, Page - 10, Page + 10);
        Assert.Null(Find(sheet, isAssumed: true));
    }

    [Fact]
    public void A_fold_shows_two_pages_however_large_they_are_and_is_where_they_part()
    {
        var sheet = Sheet(2 * Page, Height);
        Text(sheet, 90, Page - 90);
        Text(sheet, Page + 90, 2 * Page - 90);
        Fill(sheet, Page + 20, 0, 6, Height);

        Assert.InRange(Find(sheet, isAssumed: true) ?? 0, Page + 18, Page + 28);
    }

    [Fact]
    public void Lines_of_text_across_the_middle_are_one_page()
    {
        var sheet = Sheet(2 * Page, Height);
        Text(sheet, 90, 2 * Page - 90);

        Assert.Null(Find(sheet));
    }

    [Fact]
    public void A_rule_or_a_heading_across_the_middle_is_one_page()
    {
        var sheet = Sheet(2 * Page, Height);
        Text(sheet, 90, Page - 90);
        Text(sheet, Page + 90, 2 * Page - 90);
        Fill(sheet, 90, 60, 2 * Page - 180, 14);

        Assert.Null(Find(sheet));
    }

    [Fact]
    public void Sides_of_tables_beside_white_are_no_fold()
    {
        var sheet = Sheet(Height, Page);
        Text(sheet, 60, 500);
        Text(sheet, 660, Height - 60);
        Fill(sheet, 520, 60, 2, Page - 120);
        Fill(sheet, 640, 60, 2, Page - 120);

        Assert.Null(Find(sheet));
    }

    [Theory]
    [InlineData(Page, Height)]
    [InlineData(4 * Page, Height)]
    public void A_sheet_of_another_shape_is_one_page(int width, int height)
    {
        var sheet = Sheet(width, height);
        Text(sheet, 60, width / 2 - 60);
        Text(sheet, width / 2 + 60, width - 60);

        Assert.Null(Find(sheet));
    }

    [Fact]
    public void A_sheet_with_print_on_one_side_is_one_page()
    {
        var sheet = Sheet(2 * Page, Height);
        Text(sheet, 90, Page - 90);

        Assert.Null(Find(sheet));
    }

    private static int? Find(GrayImage sheet, bool isAssumed = false)
    {
        using var pix = PixImage.ToNative(sheet);
        return SpreadGutter.Find(pix, (Dpi, Dpi), isAssumed);
    }

    private static GrayImage Sheet(int width, int height)
    {
        var sheet = new GrayImage(width, height);
        Array.Fill(sheet.Pixels, (byte)240);
        return sheet;
    }

    /// <summary>Lines of characters, 14 points high.</summary>
    private static void Text(GrayImage sheet, int left, int right)
    {
        for (var y = 100; y < sheet.Height - 100; y += 32)
            for (var x = left; x + 14 <= right; x += 18)
                Fill(sheet, x, y, 14, 14);
    }

    private static void Fill(GrayImage sheet, int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
            for (var x = left; x < left + width; x++)
                sheet[x, y] = 30;
    }
}
