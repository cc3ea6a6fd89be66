namespace GovReportIngest.SampleGenerator.Tables;

/// <summary>A cell of a table that no form knows; rows and columns count from 0.</summary>
internal sealed record FreeCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, bool IsHeader, bool IsNumber);

/// <summary>A table as it is printed, and as a reader should give it back.</summary>
internal sealed record FreeTable(int Rows, int Columns, int HeaderRows, IReadOnlyList<FreeCell> Cells);

/// <summary>What stands on the pages of a document: headings, paragraphs, tables.</summary>
internal abstract record FreePiece
{
    internal sealed record Words(string Text, bool IsHeading) : FreePiece;

    internal sealed record Grid(FreeTable Table, string Caption) : FreePiece;
}
