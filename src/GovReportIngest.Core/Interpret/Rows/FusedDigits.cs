using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Parts tokens whose blanks were lost (<c>640020470</c> = 64,0,0,2,0,4,70; <c>160 02 0 018</c>; <c>2648-18538</c>) into the cells of
/// a row: every reading in which no number begins with a useless 0 and signs and points stand where the column allows them,
/// bounded to what can be searched.
/// </summary>
internal sealed class FusedDigits
{
    public const int MostSearched = 20_000;
    public const int MostKept = 50;

    private readonly IReadOnlyList<string> tokens;
    private readonly IReadOnlyList<FieldType> columns;
    private readonly FusedCell[] cells;
    private readonly List<FusedCell[]> kept = [];
    private readonly FusedCell?[] common;
    private readonly int mostSearched;

    /// <summary>Where a cell may begin but no reading goes on to the end; without them a run of digits too long for its cells takes for ever.</summary>
    private readonly HashSet<(int Column, int Token, int Start)> deadEnds = [];

    private FusedDigits(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns, int mostSearched)
    {
        (this.tokens, this.columns, this.mostSearched) = (tokens, columns, mostSearched);
        cells = new FusedCell[columns.Count];
        common = new FusedCell?[columns.Count];
        Search(0, 0, 0, columns.Count);
    }

    /// <summary>How many readings there are; at most one more than <see cref="MostSearched"/>.</summary>
    public int Count { get; private set; }

    public bool IsComplete => Count <= MostSearched;

    /// <summary>The first readings, at most <see cref="MostKept"/>.</summary>
    public IReadOnlyList<FusedCell[]> Kept => kept;

    /// <summary>What all readings agree on in a column; null where they differ.</summary>
    public FusedCell? CommonAt(int column) => IsComplete && Count > 0 ? common[column] : null;

    /// <param name="tokens">Folded to half-width; see <see cref="ValueText.Fold"/>.</param>
    public static FusedDigits Read(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns) => new(tokens, columns, MostSearched);

    /// <summary>Whether there is any reading.</summary>
    public static bool CanPart(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns) =>
        new FusedDigits(tokens, columns, mostSearched: 0).Count > 0;

    private void Search(int column, int token, int start, int behind)
    {
        if (Count > mostSearched || deadEnds.Contains((column, token, start)))
            return;
        if (column == columns.Count)
        {
            Keep();
            return;
        }

        behind--;
        var before = Count;
        var text = tokens[token];
        for (var end = start + 1; end <= text.Length && FusedCell.MayBe(text, start, end, columns[column]); end++)
        {
            var (nextToken, nextStart) = end == text.Length ? (token + 1, 0) : (token, end);
            // Each cell behind this one takes a character at least, each token a cell.
            if (!HasRoom(nextToken, nextStart, behind))
                continue;
            if (FusedCell.TryRead(text.AsSpan(start, end - start), columns[column], out var amount))
            {
                cells[column] = new(token, start, end - start, amount);
                Search(column + 1, nextToken, nextStart, behind);
            }
        }

        if (Count == before)
            deadEnds.Add((column, token, start));
    }

    private bool HasRoom(int token, int start, int cellsBehind)
    {
        if (token == tokens.Count)
            return cellsBehind == 0;
        var characters = tokens[token].Length - start;
        for (var i = token + 1; i < tokens.Count; i++)
            characters += tokens[i].Length;
        return cellsBehind >= tokens.Count - token && cellsBehind <= characters;
    }

    private void Keep()
    {
        if (++Count > mostSearched)
            return;
        for (var column = 0; column < cells.Length; column++)
            common[column] = Count == 1 || (common[column] is { } other && other.Amount == cells[column].Amount) ? cells[column] : null;
        if (kept.Count < MostKept)
            kept.Add([.. cells]);
    }
}
