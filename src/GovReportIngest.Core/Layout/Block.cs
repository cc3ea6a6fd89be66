using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Layout;

/// <summary>A piece of the document in reading order: a line, or a table.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Where a person marked a table of the form, its key; null elsewhere.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>A line outside of tables, with what the heading rules say about it.</summary>
    public sealed record OfLine(LayoutLine Line, Headings.LineLook Look) : Block;

    public sealed record OfTable(Table Table) : Block;
}
