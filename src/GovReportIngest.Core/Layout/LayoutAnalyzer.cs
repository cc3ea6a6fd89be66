using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>Puts everything readable into reading order: lines with their looks, and tables with their cells.</summary>
public sealed class LayoutAnalyzer
{
    /// <summary>Pure: pages in, blocks out; pages are in document order. Tables are looked for as those of forms are.</summary>
    public LayoutDocument Analyze(IReadOnlyList<ReadPage> pages) => Analyze(pages, ofForms: true);

    /// <summary>The same for a document of which no form is known: its tables may be any.</summary>
    public LayoutDocument AnalyzeAny(IReadOnlyList<ReadPage> pages) => Analyze(pages, ofForms: false);

    private static LayoutDocument Analyze(IReadOnlyList<ReadPage> pages, bool ofForms)
    {
        var bodySize = FlowLayout.BodySize(pages);
        var blocks = new List<Block>();
        for (var first = 0; first < pages.Count;)
        {
            var end = first + 1;
            while (end < pages.Count && KindOf(pages[end]) == KindOf(pages[first]))
                end++;
            var run = pages.Skip(first).Take(end - first);
            blocks.AddRange(KindOf(pages[first]) switch
            {
                Kind.Text => run.SelectMany(TextFileLayout.Of),
                Kind.Flow => run.SelectMany(page => FlowLayout.Of(page, bodySize)),
                Kind.Geometry => PageLayout.Of([.. run], ofForms),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
            first = end;
        }

        return new(blocks);
    }

    /// <summary>What a page is made of; a saved web page has pages of its own between those of its pictures.</summary>
    private enum Kind
    {
        Geometry,
        Text,
        Flow,
    }

    private static Kind KindOf(ReadPage page) => page.Reading is not PageReading.Text ? Kind.Geometry : page.Flow.Count > 0 ? Kind.Flow : Kind.Text;
}
