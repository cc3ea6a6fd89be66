using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>What a line really is; <see cref="Begins"/> where a heading begins with it.</summary>
internal readonly record struct LineLabel(LineClass Class, bool Begins);

/// <summary>A document after Layout, with the truth about each of its lines (by reference).</summary>
internal sealed record LabelledDocument(string Family, int Seed, bool IsNumbered, IReadOnlyList<Block> Blocks, IReadOnlyDictionary<Block, LineLabel> Labels)
{
    /// <summary>Headings that no line begins with any more: Layout took them into a table, or into another line.</summary>
    public IReadOnlyList<LineClass> Swallowed { get; init; } = [];
}
