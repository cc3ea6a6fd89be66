using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Glyphs of numbers that people accepted, cut from pictures of their pages by the reader's own segmentation.</summary>
public sealed class ReviewedGlyphs
{
    /// <summary>Paper around the ink that belongs to it, points.</summary>
    private const double Margin = 2.5;

    /// <summary>Most cells of a report hold 0, and a report is set in one face: more of a class teach nothing new.</summary>
    private const int MostOfClass = 60;

    private readonly List<GlyphSample> samples = [];

    public int Count => samples.Count;

    internal IReadOnlyList<GlyphSample> Samples => samples;

    /// <summary>Takes the glyphs of one document. Where the ink does not come out as so many characters, nothing is taken.</summary>
    public void Add(IEnumerable<ReviewedPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        samples.AddRange(pages.SelectMany(Of).GroupBy(sample => sample.Class).SelectMany(same => same.Take(MostOfClass)));
    }

    private static IEnumerable<GlyphSample> Of(ReviewedPage page)
    {
        if (PictureOf(page) is not { } picture)
            return [];
        var scale = picture.Width / page.Width;
        return page.Numbers.SelectMany(number => GlyphSamples.Of(NumberInk.Of(picture, With(number.Ink), scale), Plain(number.Printed)));
    }

    private static GrayImage? PictureOf(ReviewedPage page)
    {
        using var picture = PixImage.Decode(page.Picture);
        if (picture is null)
            return null;
        using var grey = PixImage.ToGrey(picture);
        return PixImage.ToManaged(grey);
    }

    private static Box With(Box ink) => new(ink.X - Margin, ink.Y - Margin, ink.Width + 2 * Margin, ink.Height + 2 * Margin);

    /// <summary>Commas of thousands are too small to be characters, as points are.</summary>
    private static string Plain(string printed) => string.Concat(SheetText.Plain(printed).Where(character => character is not (',' or '，' or ' ')));
}
