using System.Text.Json.Serialization;

namespace GovReportIngest.Core.Read;

/// <summary>
/// A piece of a document that has a structure of its own and no pages (HTML, DOCX), in reading order. Nodes are the places that
/// evidence names (<see cref="Document.Evidence.AtNode"/>).
/// </summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Grid), "grid")]
public abstract record FlowBlock
{
    private FlowBlock()
    {
    }

    /// <summary>Where a person said that a table of the form stands there, its key; null elsewhere.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>One line of text as it is shown, numbers of automatic lists included; never blank.</summary>
    public sealed record Paragraph(string Node, string Text) : FlowBlock
    {
        public FlowLook Look { get; init; } = FlowLook.Plain;
    }

    /// <summary>A table whose cells lie on <paramref name="Rows"/> × <paramref name="Columns"/> slots without overlapping.</summary>
    public sealed record Grid(string Node, int Rows, int Columns, IReadOnlyList<FlowCell> Cells) : FlowBlock;
}

/// <summary>A cell; rows and columns count from 0. Lines of its text are parted by <c>\n</c>; blank cells have none.</summary>
public sealed record FlowCell(int Row, int Column, int RowSpan, int ColumnSpan, string Node, string Text);

/// <summary>How a paragraph looks, and what its markup calls it.</summary>
public sealed record FlowLook
{
    public static FlowLook Plain { get; } = new();

    /// <summary>Points; 0 where unknown.</summary>
    public double FontSize { get; init; }

    public bool IsBold { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>Level that the markup or style gives a heading, 1-based; 0 for all else.</summary>
    public int Level { get; init; }

    /// <summary>Of the first line, in em.</summary>
    public double IndentInEm { get; init; }
}
