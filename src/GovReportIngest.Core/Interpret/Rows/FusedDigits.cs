using System.Globalization;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>What one cell of a fused row prints in one reading; <paramref name="Amount"/> is null for a mark in place of a number.</summary>
/// <param name="Token">Which of the row's tokens it stands in.</param>
/// <param name="Start">Its first character in that token.</param>
internal readonly record struct FusedCell(int Token, int Start, int Length, decimal? Amount);

/// <summary>
/// Parts tokens whose blanks were lost (<c>640020470</c> = 64,0,0,2,0,4,70; <c>160 02 0 018</c>; <c>2648-18538</c>) into the cells of
/// a row: every reading in which no number begins with a useless 0 and signs and points stand where the column allows them,
/// bounded to what can be searched.
/// </summary>
internal sealed class FusedDigits
{
    public const int MostSearched = 300_000;
    public const int MostKept = 50;
    private const int LongestNumber = 9;

    private readonly IReadOnlyList<string> tokens;
    private readonly IReadOnlyList<FieldType> columns;
    private readonly Func<FusedCell[], bool> fits;
    private readonly FusedCell[] cells;
    private readonly List<FusedCell[]> kept = [];
    private readonly List<FusedCell[]> fitting = [];
    private readonly FusedCell?[] common;
    private bool hasTooManyFitting;

    private readonly int mostSearched;

    private FusedDigits(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns, Func<FusedCell[], bool> fits, int mostSearched)
    {
        (this.tokens, this.columns, this.fits, this.mostSearched) = (tokens, columns, fits, mostSearched);
        cells = new FusedCell[columns.Count];
        common = new FusedCell?[columns.Count];
        Search(0, 0, 0, columns.Count);
    }

    /// <summary>How many readings there are; at most one more than <see cref="MostSearched"/>.</summary>
    public int Count { get; private set; }

    public bool IsComplete => Count <= MostSearched;

    /// <summary>The first readings, at most <see cref="MostKept"/>.</summary>
    public IReadOnlyList<FusedCell[]> Kept => kept;

    /// <summary>The readings that fit; null where there are too many to list or to search.</summary>
    public IReadOnlyList<FusedCell[]>? Fitting => hasTooManyFitting || !IsComplete ? null : fitting;

    /// <summary>What all readings agree on in a column; null where they differ.</summary>
    public FusedCell? CommonAt(int column) => IsComplete && Count > 0 ? common[column] : null;

    /// <param name="tokens">Folded to half-width; see <see cref="ValueText.Fold"/>.</param>
    /// <param name="fits">What must hold within the row.</param>
    public static FusedDigits Read(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns, Func<FusedCell[], bool> fits) =>
        new(tokens, columns, fits, MostSearched);

    /// <summary>Whether there is any reading.</summary>
    public static bool CanPart(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns) =>
        new FusedDigits(tokens, columns, _ => false, mostSearched: 0).Count > 0;

    private void Search(int column, int token, int start, int behind)
    {
        if (Count > mostSearched)
            return;
        if (column == columns.Count)
        {
            Keep();
            return;
        }

        behind--;
        var text = tokens[token];
        for (var end = start + 1; end <= text.Length && IsStillNumber(text, start, end, columns[column]); end++)
        {
            var (nextToken, nextStart) = end == text.Length ? (token + 1, 0) : (token, end);
            // Each cell behind this one takes a character at least, each token a cell.
            if (!HasRoom(nextToken, nextStart, behind))
                continue;
            if (TryRead(text.AsSpan(start, end - start), columns[column], out var amount))
            {
                cells[column] = new(token, start, end - start, amount);
                Search(column + 1, nextToken, nextStart, behind);
            }
        }
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
        if (!fits(cells))
            return;
        if (fitting.Count < MostKept)
            fitting.Add([.. cells]);
        else
            hasTooManyFitting = true;
    }

    /// <summary>Whether more characters may follow: no number begins with a useless 0, and a mark is alone, or is a dash of two.</summary>
    private static bool IsStillNumber(string text, int start, int end, FieldType type)
    {
        var length = end - start;
        if (length == 1)
            return true;
        if (IsMark(text[start]) && !(type is FieldType.SignedInteger && text[start] is '-' or '+'))
            return length == 2 && text[start] == '—' && text[start + 1] == '—';
        return length <= LongestNumber + (type is FieldType.Decimal ? 8 : 1);
    }

    private static bool IsMark(char character) => character is '/' or '-' or '—' or '―' or '\\';

    private static bool TryRead(ReadOnlySpan<char> piece, FieldType type, out decimal? amount)
    {
        amount = null;
        if (IsMark(piece[0]) && (piece.Length == 1 || piece is "——"))
            return true;
        var number = type is FieldType.SignedInteger && piece[0] is '-' or '+' ? piece[1..] : piece;
        if (!IsNumber(number, type is FieldType.Decimal))
            return false;
        amount = number.Contains('.') ? decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : Whole(number);
        if (piece[0] == '-')
            amount = -amount;
        return true;
    }

    private static long Whole(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, bool mayHavePoint)
    {
        var point = mayHavePoint ? text.IndexOf('.') : -1;
        var whole = point < 0 ? text : text[..point];
        return whole.Length is > 0 and <= LongestNumber && AreDigits(whole) && (whole.Length == 1 || whole[0] != '0')
            && (point < 0 || (point < text.Length - 1 && AreDigits(text[(point + 1)..])));
    }

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!char.IsAsciiDigit(character))
                return false;
        return true;
    }
}
