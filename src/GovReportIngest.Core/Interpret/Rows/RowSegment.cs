using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A value cell, or a value token of running text, in its place behind a label.</summary>
/// <param name="Text">Verbatim; empty for a blank cell, and for ink that is not read yet.</param>
/// <param name="Cell">The grid cell, null in text.</param>
internal sealed record ValueToken(string Text, IReadOnlyList<Evidence> Evidence, TableCell? Cell = null)
{
    /// <summary>Its digits stand on several lines, and nothing shows that they are one number.</summary>
    public bool MayBeTwo { get; init; }

    public bool IsBlank => Cell is not { HasUnreadInk: true } && string.IsNullOrWhiteSpace(Text);
}

/// <summary>
/// A row as the page gives it, before the form says which one it is: all label text since the values before it, then values.
/// </summary>
internal sealed record RowSegment
{
    /// <summary>Normalised (see <see cref="Labels.LabelText"/>); the row's own label stands at its end.</summary>
    public required string Label
    {
        get;
        init
        {
            field = value;
            End = new(value.AsSpan(Math.Max(0, value.Length - LabelPattern.LongestReach)));
        }
    }

    /// <summary>The characters of the label's last <see cref="LabelPattern.LongestReach"/>.</summary>
    internal CharacterSet End { get; private init; }

    /// <summary>In page order; blanks only where the layout shows them.</summary>
    public required IReadOnlyList<ValueToken> Values { get; init; }

    /// <summary>The blocks this segment was read from, label lines first.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Blank cells only: a header line, or a row that prints nothing.</summary>
    public bool HasOnlyBlanks => Values.All(value => value.IsBlank);

    /// <summary>Cells (not tokens): blanks were seen, so that counting them is meaningful.</summary>
    public bool ShowsBlanks { get; init; }

    /// <summary>A label stands on the line of the first value, so that label and values belong together for certain.</summary>
    public bool IsBesideLabel { get; init; }

    /// <summary>The values stand on more than one line.</summary>
    public bool SpansLines { get; init; }

    /// <summary>No label of its own: the one it has stands beside the blank cells of the row above.</summary>
    public bool HasInheritedLabel { get; init; }

    /// <summary>A column numbers the rows, and this row's number could not be told from its values.</summary>
    public bool HasUnclearIndex { get; init; }

    /// <summary>Cells of a grid: each is a place for a value, read or not yet read.</summary>
    public bool IsOfGrid => Values.Count > 0 && Values.All(value => value.Cell is not null);
}
