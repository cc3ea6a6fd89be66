using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>What a title says of its report; agency or year are null where the title does not name them.</summary>
internal readonly record struct TitleNames(string? Agency, decimal? Year)
{
    public static TitleNames Of(IReadOnlyList<Block> title)
    {
        var (_, fields) = ReportTitle.Find(title, title);
        FieldValue? ValueOf(string path) => fields.First(field => field.Path == path).Value;
        return new((ValueOf(ReportPaths.Agency) as FieldValue.Words)?.Text, (ValueOf(ReportPaths.Year) as FieldValue.Number)?.Amount);
    }

    /// <summary>Null where the block alone is no title that names an agency or a year.</summary>
    public static TitleNames? Of(Block block) => block is Block.OfLine { Look.IsRunning: false } line ? ReportTitle.NamesOn(line) : null;

    /// <summary>Nothing in the two says that they are of different reports.</summary>
    public bool MayBeOf(TitleNames other) =>
        (Year is null || other.Year is null || Year == other.Year)
        && (Agency is null || other.Agency is null || Agency.Contains(other.Agency, StringComparison.Ordinal) || other.Agency.Contains(Agency, StringComparison.Ordinal));
}
