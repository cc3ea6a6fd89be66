using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class KeptPagesTests
{
    /// <summary>8 bits and 1 bit for each of 64 × 64 pixels.</summary>
    private const int PageBytes = 64 * 64 * 9 / 8;

    [Fact]
    public void While_pages_are_read_the_first_ones_that_fit_are_kept()
    {
        using var kept = new KeptPages(3 * PageBytes);

        Add(kept, Enumerable.Range(1, 5), isAskedForCells: false);

        Assert.Equal([1, 2, 3], Present(kept));
        Assert.Equal(3 * PageBytes, kept.Bytes);
    }

    [Fact]
    public void While_cells_are_asked_for_pages_before_the_one_asked_for_go_first_and_it_stays_itself()
    {
        using var kept = new KeptPages(3 * PageBytes);
        Add(kept, [1, 2, 3], isAskedForCells: false);

        Add(kept, [4, 5], isAskedForCells: true);
        Assert.Equal([3, 4, 5], Present(kept));

        Add(kept, [2], isAskedForCells: true);
        Assert.Equal([2, 3, 4], Present(kept));
    }

    [Fact]
    public void A_page_larger_than_all_that_may_be_kept_is_kept_alone()
    {
        using var kept = new KeptPages(PageBytes / 2);

        Add(kept, [1, 2], isAskedForCells: true);

        Assert.Equal([2], Present(kept));
    }

    [Fact]
    public void A_page_made_again_takes_the_place_of_the_former()
    {
        using var kept = new KeptPages(3 * PageBytes);

        Add(kept, [1, 1, 1], isAskedForCells: false);

        Assert.Equal(PageBytes, kept.Bytes);
    }

    private static void Add(KeptPages kept, IEnumerable<int> numbers, bool isAskedForCells)
    {
        foreach (var number in numbers)
            kept.Add(number, Page(), isAskedForCells);
    }

    private static List<int> Present(KeptPages kept) => [.. Enumerable.Range(1, 9).Where(number => kept.Find(number) is { } page && page.Grey.Width == 64)];

    private static RepairedPage Page() =>
        new(PixImage.Checked(Leptonica.pixCreate(64, 64, 8), "pixCreate"), PixImage.Checked(Leptonica.pixCreate(64, 64, 1), "pixCreate"))
        {
            PixelsPerPoint = 1,
            Frame = PageFrame.Identity,
            SourceSize = (64, 64),
            Dpi = (72, 72),
            DpiIsAssumed = false,
            Rotation = 0,
            SkewDegrees = 0,
        };
}
