using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Formats;

/// <summary>The pages of one open file or folder, got one at a time on one thread.</summary>
internal interface IPageSet : IDisposable
{
    int Count { get; }

    /// <summary>Page <paramref name="number"/> (1-based): read already, or an image that has to be read by OCR.</summary>
    PageContent Get(int number);

    /// <summary>A picture of page <paramref name="number"/> (1-based) for people; null where there is none.</summary>
    /// <param name="number">The page.</param>
    /// <param name="dpi">For pages that are drawn; images come as they are.</param>
    Pix? Draw(int number, int dpi);
}

/// <summary>A page that was read without OCR (or cannot be read at all), or the image of one that needs it.</summary>
internal abstract record PageContent
{
    private PageContent()
    {
    }

    internal sealed record Done(ReadPage Page) : PageContent;

    /// <param name="Image">Owned by the receiver; carries its resolution.</param>
    /// <param name="Why">Stable code: why the page is read by OCR.</param>
    /// <param name="Problem">What is wrong with the image although it can be read.</param>
    internal sealed record Image(Pix Pixels, string Why, Problem? Problem = null) : PageContent
    {
        /// <summary>Dots per inch of the image inside a PDF that was drawn more finely than it is; null of others.</summary>
        public int? CoarseDpi { get; init; }
    }
}
