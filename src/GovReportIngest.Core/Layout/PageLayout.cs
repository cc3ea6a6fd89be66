using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

internal static class PageLayout
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<ReadPage> pages) => [];
}
