using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>A piece of a made-up report in print order: a heading, a paragraph, a caption, or a table with its rows of cells.</summary>
/// <param name="Class">What every line of it is.</param>
/// <param name="Number">In front of a heading, with its delimiter; empty where there is none.</param>
internal sealed record Piece(LineClass Class, string Number, string Text)
{
    /// <summary>Cells of a table row by row; a row has a label and values.</summary>
    public IReadOnlyList<string[]> Rows { get; init; } = [];

    /// <summary>1 to 4 for a heading, else 0.</summary>
    public int Level => Class is >= LineClass.Heading1 and <= LineClass.Heading4 ? Class - LineClass.Heading1 + 1 : 0;

    public string Printed => Number + Text;
}
