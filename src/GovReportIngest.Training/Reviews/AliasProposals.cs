using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Training.Reviews;

/// <summary>
/// Finds labels that forms do not know beside values about which people said what the page prints. What one document prints may be a misprint or
/// misread; what several print is what the row is called there.
/// </summary>
public static class AliasProposals
{
    /// <summary>Rows of other tables may print one or two figures alike.</summary>
    private const int FewestFigures = 3;

    /// <param name="least">Documents that must print it.</param>
    /// <returns>By form and row, the most frequent first.</returns>
    public static IReadOnlyList<AliasProposal> Of(IEnumerable<ReviewedReading> readings, FormLibrary forms, int least) =>
        [.. readings.SelectMany(reading => Labels(reading, forms)).Distinct()
            .GroupBy(label => (label.Form, label.Row, Name: LabelText.Normalise(label.Text)))
            .Select(same => new AliasProposal(same.Key.Form, same.Key.Row, MostFrequent(same.Select(label => label.Text)), same.Select(label => label.Document).Distinct().Count()))
            .Where(proposal => proposal.Documents >= least)
            .OrderBy(proposal => proposal.Form, StringComparer.Ordinal).ThenBy(proposal => proposal.Row, StringComparer.Ordinal)
            .ThenByDescending(proposal => proposal.Documents).ThenBy(proposal => proposal.Label, StringComparer.Ordinal)];

    private readonly record struct PrintedLabel(string Form, string Row, string Text, string Document);

    private static IEnumerable<PrintedLabel> Labels(ReviewedReading reading, FormLibrary forms)
    {
        if (reading.Truth.Form is not { } named || forms.Find(named.Id) is not { } form)
            yield break;
        foreach (var table in form.Tables)
        {
            var rows = table.Blocks.SelectMany(block => block.Rows).Concat(table.Variants.SelectMany(variant => variant.Rows)).Where(row => row.Key.Length > 0).DistinctBy(row => row.Key).ToList();
            var known = rows.SelectMany(row => row.Aliases.Append(row.Label)).Select(LabelText.Normalise).ToHashSet(StringComparer.Ordinal);
            foreach (var row in rows)
                if (reading.Truth.Fields.Where(field => field.Key.StartsWith($"{table.Key}.{row.Key}.", StringComparison.Ordinal)).ToList() is var fields
                    && fields.Exists(field => reading.Decided.Contains(field.Key))
                    && LabelOf(reading.Read, [.. fields.Select(field => field.Value)]) is { } label && LabelText.HasHan(label) && !known.Contains(LabelText.Normalise(label)))
                    yield return new(form.Id, $"{table.Key}.{row.Key}", label, reading.Document);
        }
    }

    /// <summary>A row that was not found has no place of its own: the one row that prints its figures is it.</summary>
    private static string? LabelOf(ReportRecord read, IReadOnlyList<RecordField> row)
    {
        var places = row.SelectMany(field => field.Evidence).ToList();
        var figures = row.Select(field => field.Value).OfType<FieldValue.Number>().Select(number => number.Amount).ToList();
        var lines = read.Tables.SelectMany(table => table.Cells.Select(cell => cell.Row).Distinct().Select(line => LineOf(table, line))).ToList();
        if (figures.Count < FewestFigures || figures.TrueForAll(figure => figure == 0) || lines.Where(line => line.Figures.SequenceEqual(figures)).ToList() is not [var only])
            return lines.FirstOrDefault(line => line.Cells.Any(cell => cell.Evidence.Any(own => places.Exists(place => Holds(own, place))))).Label;
        return only.Label;
    }

    private readonly record struct PrintedLine(string? Label, IReadOnlyList<decimal> Figures, IReadOnlyList<RecordCell> Cells);

    /// <summary>The label stands in the last cell with words before the first figure.</summary>
    private static PrintedLine LineOf(RecordTable table, int line)
    {
        var cells = table.Cells.Where(cell => cell.Row <= line && cell.Row + cell.RowSpan > line).OrderBy(cell => cell.Column).ToList();
        var figures = cells.Where(cell => FigureIn(cell) is not null).ToList();
        var label = cells.LastOrDefault(cell => (figures.Count == 0 || cell.Column < figures[0].Column) && cell.Text.Any(char.IsLetter))?.Text.Trim();
        return new(label, [.. figures.Select(cell => FigureIn(cell)!.Value)], [.. figures.Where(cell => cell.Row == line)]);
    }

    private static decimal? FigureIn(RecordCell cell) =>
        decimal.TryParse(string.Concat(cell.Text.Select(LabelText.Fold)), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    private static bool Holds(Evidence cell, Evidence place) => (cell, place) switch
    {
        (Evidence.OnPage own, Evidence.OnPage other) => own.Page == other.Page && own.Box.Contains(other.Box.CentreX, other.Box.CentreY),
        (Evidence.InText own, Evidence.InText other) => own.Line == other.Line && other.Column >= own.Column && other.Column <= own.Column + own.Length,
        (Evidence.AtNode own, Evidence.AtNode other) => own.Node == other.Node,
        _ => false,
    };

    private static string MostFrequent(IEnumerable<string> texts) => texts.CountBy(text => text).OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).First().Key;
}
