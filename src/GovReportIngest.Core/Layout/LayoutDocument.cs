namespace GovReportIngest.Core.Layout;

/// <summary>
/// What Layout makes of the pages: everything readable in reading order. Markdown marks are already taken off the lines'
/// texts (they are in <see cref="Headings.LineLook.MarkupLevel"/>).
/// </summary>
public sealed record LayoutDocument(IReadOnlyList<Block> Blocks);
