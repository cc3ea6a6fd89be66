using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

public enum TableKind
{
    /// <summary>Rulings on a page give the grid.</summary>
    Ruled,

    /// <summary>Whitespace and alignment on a page give the grid.</summary>
    Aligned,

    /// <summary>Tabs or pipes of a text file give the cells of each row; columns may be shifted.</summary>
    Delimited,

    /// <summary>No geometry: a stream of tokens that only a form can put in order.</summary>
    Flattened,
}

/// <summary>
/// A part of a cell on one page: its inside in the layout frame, points. A cell over a page break has one a page.
/// <see cref="Turn"/> is that of the part of the page (<see cref="Read.ReadPage.Turn"/>).
/// </summary>
public readonly record struct CellRegion(int Page, PageFrame Frame, Box Box, int Turn = 0)
{
    public Evidence Locate() => new Evidence.OnPage(Page, Frame.ToSource(Box));
}

/// <summary>A cell with its span; rows and columns count from 0.</summary>
public sealed record TableCell
{
    public required int Row { get; init; }

    public required int Column { get; init; }

    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>The cell's lines joined; Han characters of wrapped lines are joined without a space.</summary>
    public required string Text { get; init; }

    /// <summary>The lines inside the cell, top to bottom; empty for a blank cell and for number cells of scans not read yet.</summary>
    public IReadOnlyList<LayoutLine> Lines { get; init; } = [];

    /// <summary>Scans: ink stands in the cell that is left for the second call of reading.</summary>
    public bool HasUnreadInk { get; init; }

    /// <summary>Nothing is printed in the cell.</summary>
    public bool IsBlank => !HasUnreadInk && string.IsNullOrWhiteSpace(Text);

    /// <summary>Where the cell lies on paper; empty for text files.</summary>
    public IReadOnlyList<CellRegion> Regions { get; init; } = [];
}

/// <summary>A table as a grid of cells with spans; a table that goes on over a page break is one table.</summary>
public sealed record Table
{
    public required TableKind Kind { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>Header rows printed again on later pages and dropped from <see cref="Cells"/>.</summary>
    public int RepeatedHeaders { get; init; }

    /// <summary>Ordered by row, then column.</summary>
    public required IReadOnlyList<TableCell> Cells { get; init; }

    /// <summary>The source lines of a delimited or flattened table, in order; empty for the others.</summary>
    public IReadOnlyList<LayoutLine> Lines { get; init; } = [];
}
