using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class BlobsTests
{
    [Fact]
    public void Ink_that_touches_at_corners_is_one_piece()
    {
        var image = Picture.White(20, 20).Fill(2, 2, 3, 3).Fill(5, 5, 3, 3).Fill(12, 12, 4, 2);
        Assert.Equal([new(2, 2, 8, 8, 18), new(12, 12, 16, 14, 8)], Blobs.Find(image, 128).All);
    }

    [Fact]
    public void Only_pixels_darker_than_the_threshold_are_ink() =>
        Assert.Empty(Blobs.Find(Picture.White(10, 10).Fill(2, 2, 3, 3, 130), 128).All);

    [Fact]
    public void Erasing_paints_a_piece_with_its_rim_and_spares_what_is_kept()
    {
        var image = Picture.White(30, 20).Fill(3, 3, 3, 3).Fill(2, 4, 1, 1, 180).Fill(7, 3, 4, 8);
        Blobs.Find(image, 128).Erase(image, blob => blob.Pixels > 9, 250);
        Assert.Equal((250, 250), (image[4, 4], image[2, 4]));
        Assert.All(Enumerable.Range(3, 8), y => Assert.Equal(0, image[7, y]));
    }
}
