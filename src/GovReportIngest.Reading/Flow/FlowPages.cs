using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Flow;

/// <summary>
/// A structured document as pages: a page of its own blocks up to where another file stands, the pages of that file, a page of
/// the blocks that follow, and so on.
/// </summary>
internal sealed class FlowPages : IPageSet
{
    private readonly List<(IPageSet? Set, int Number, FlowPart? Own)> pages = [];
    private readonly List<IPageSet> sets = [];

    public FlowPages(IReadOnlyList<FlowPart> parts)
    {
        foreach (var part in parts)
            if (part.Pages is { } set)
            {
                sets.Add(set);
                pages.AddRange(Enumerable.Range(1, set.Count).Select(number => ((IPageSet?)set, number, (FlowPart?)null)));
            }
            else
                pages.Add((null, 0, part));
    }

    public int Count => pages.Count;

    public PageContent Get(int number)
    {
        var (set, inside, own) = pages[number - 1];
        if (own is not null)
            return new PageContent.Done(new() { Number = number, SourcePage = number, Reading = PageReading.Text, Why = own.Why, Flow = own.Blocks });
        return set!.Get(inside) switch
        {
            PageContent.Done { Page: var page } => new PageContent.Done(Renumbered(page, number)),
            PageContent.Image image => image with { Problem = image.Problem is { } problem ? problem with { Page = number } : null },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Pix? Draw(int number, int dpi) => pages[number - 1] is ({ } set, var inside, _) ? set.Draw(inside, dpi) : null;

    public void Dispose()
    {
        foreach (var set in sets)
            set.Dispose();
    }

    private static ReadPage Renumbered(ReadPage page, int number) => page with
    {
        Number = number,
        SourcePage = number,
        Problems = [.. page.Problems.Select(problem => problem with { Page = number })],
        Turned = [.. page.Turned.Select(part => Renumbered(part, number))],
    };
}

/// <summary>Blocks of the document itself, or the pages of a file that belongs to it.</summary>
internal sealed record FlowPart
{
    public IReadOnlyList<FlowBlock> Blocks { get; init; } = [];

    /// <summary>Stable code: what the blocks were read from.</summary>
    public string Why { get; init; } = "";

    /// <summary>Owned by whoever holds the part.</summary>
    public IPageSet? Pages { get; init; }
}
