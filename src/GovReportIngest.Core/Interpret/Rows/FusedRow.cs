using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A row whose cells ran together, and every way to part them.</summary>
internal sealed class FusedRow
{
    public FusedRow(RowMatch match, IReadOnlyList<FormIdentity> identities)
    {
        Match = match;
        Paths = [.. match.Place.Block.Columns.Select(column => match.Place.Table.PathOf(match.Place.Row, column))];
        Own = [.. identities.Where(identity => !identity.IsSoft && TermsOf(identity).All(term => Paths.Contains(term.Path)))];
        var sums = Own.Select(identity => TermsOf(identity).Select(term => (Column: Array.IndexOf(Paths, term.Path), term.Sign)).ToArray()).ToArray();
        Readings = FusedDigits.Read(TextsOf(match), TypesOf(match));
        Fitting = FusedSums.Read(TextsOf(match), TypesOf(match), sums);
    }

    public RowMatch Match { get; }

    /// <summary>Of the row's fields, column by column.</summary>
    public string[] Paths { get; }

    /// <summary>The sums over cells of this row only.</summary>
    public IReadOnlyList<FormIdentity> Own { get; }

    public FusedDigits Readings { get; }

    /// <summary>The readings with which the sums within the row hold; null where there are too many to list or to search.</summary>
    public IReadOnlyList<FusedCell[]>? Fitting { get; }

    /// <summary>Nothing but lost blanks prints such characters: a number with a 0 before it, or a longer one than any.</summary>
    public bool IsSure => TextsOf(Match).Any(text => text.Length > FusedCell.LongestNumber || ValueText.HasLeadingZero(text) || !ValueText.IsValue(text));

    /// <summary>Fewer tokens than columns, and they can be parted into as many cells.</summary>
    public static bool Is(RowMatch match)
    {
        var values = match.Segment.Values;
        return !match.Segment.HasUnclearIndex && values.Count > 0 && values.Count < match.Place.Columns
            && values.All(value => value.Cell is null && (ValueText.IsRun(value.Text) || ValueText.IsDigits(value.Text) || ValueText.IsPlaceholder(value.Text) || ValueText.IsPlainNumber(value.Text)))
            && values.Sum(value => value.Text.Length) >= match.Place.Columns
            && FusedDigits.CanPart(TextsOf(match), TypesOf(match));
    }

    /// <summary>Whether values stand in one line with more than a space between them: a blank cell may have stood there.</summary>
    public static bool HasGap(RowMatch match) => match.Segment.Values.Zip(match.Segment.Values.Skip(1)).Any(pair =>
        pair is ({ Evidence: [Evidence.InText left] }, { Evidence: [Evidence.InText right] })
            && left.Line == right.Line && right.Column > left.Column + left.Length + 1);

    /// <summary>Left minus right: the identity holds where this is 0.</summary>
    public static IEnumerable<IdentityTerm> TermsOf(FormIdentity identity) =>
        identity.Left.Concat(identity.Right.Select(term => term with { Sign = -term.Sign }));

    private static string[] TextsOf(RowMatch match) => [.. match.Segment.Values.Select(value => ValueText.Fold(value.Text))];

    private static FieldType[] TypesOf(RowMatch match) => [.. Enumerable.Range(0, match.Place.Columns).Select(index => match.Place.ColumnAt(index).Type)];
}
