namespace GovReportIngest.Reading.Flow;

/// <summary>What a cell holds, for telling tables of data from those that only place things.</summary>
/// <param name="Columns">Over which it goes.</param>
/// <param name="Length">Characters without white space.</param>
/// <param name="LinkLength">Those of them that are links.</param>
/// <param name="IsFigure">See <see cref="TableFacts.IsFigure"/>.</param>
/// <param name="HoldsTable">A table of data stands in it: the rest does not count.</param>
internal readonly record struct CellFacts(int Columns, int Length, int LinkLength, bool IsFigure, bool HoldsTable);

/// <summary>
/// Tells tables of data from tables that only place things. A table around another one is nearly always such; a data table has
/// rows of short cells of its own.
/// </summary>
internal sealed class TableFacts
{
    private const int LongText = 200;
    private const int ShortText = 60;
    private const int LongestFigure = 16;
    private const int FewestOwnRows = 3;

    private int rows;
    private int ownRows;
    private int columns;
    private int filled;
    private int figures;
    private int holders;
    private long characters;
    private long linkCharacters;
    private long longCharacters;

    public bool IsData => columns >= 2 && filled >= 2 && (holders > 0
        ? ownRows >= FewestOwnRows && ownRows * 2 >= rows
        : rows == 1 ? filled >= 3 && figures * 5 >= filled * 3
        : linkCharacters * 5 <= characters * 3 && longCharacters * 2 <= characters);

    public void AddRow(IEnumerable<CellFacts> cells)
    {
        var (own, width) = (0, 0);
        foreach (var cell in cells)
        {
            width += Math.Clamp(cell.Columns, 1, 1000);
            if (cell.HoldsTable)
                holders++;
            else
            {
                Add(cell);
                // Short cells of its own that are no links.
                own += cell.Length is > 0 and <= ShortText && cell.LinkLength * 2 < cell.Length ? 1 : 0;
            }
        }

        rows += width > 0 ? 1 : 0;
        ownRows += own >= 2 ? 1 : 0;
        columns = Math.Max(columns, width);
    }

    /// <summary>Digits and their marks, or a mark in place of a number.</summary>
    public static bool IsFigure(string text) => text.Length is > 0 and <= LongestFigure && text.All(character =>
        char.IsDigit(character) || character is '.' or ',' or '-' or '/' or '—' or '－' or '．' or '+' or '%' or ' ' or '，');

    public static int LengthOf(string text)
    {
        var length = 0;
        foreach (var character in text)
            length += char.IsWhiteSpace(character) ? 0 : 1;
        return length;
    }

    private void Add(CellFacts cell)
    {
        filled += cell.Length > 0 ? 1 : 0;
        figures += cell.IsFigure ? 1 : 0;
        characters += cell.Length;
        linkCharacters += cell.LinkLength;
        longCharacters += cell.Length >= LongText ? cell.Length : 0;
    }
}
