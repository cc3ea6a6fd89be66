using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>Puts everything readable into reading order: lines with their looks, and tables with their cells.</summary>
public sealed class LayoutAnalyzer
{
    /// <summary>Pure: pages in, blocks out; pages are in document order.</summary>
    public LayoutDocument Analyze(IReadOnlyList<ReadPage> pages)
    {
        if (pages.Any(page => page.Reading == PageReading.Text))
            return new([.. pages.SelectMany(TextFileLayout.Of)]);
        return new(PageLayout.Of(pages));
    }
}
