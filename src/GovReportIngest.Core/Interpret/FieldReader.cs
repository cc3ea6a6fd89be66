using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Gives every field of a form table its state, value and evidence.</summary>
internal static class FieldReader
{
    private const string TableNotFound = "table-not-found";
    private const string RowReplaced = "row-replaced";
    private const string RowAbsent = "row-absent";
    private const string RowBlank = "row-blank";
    private const string NumberWrapped = "number-wrapped";
    private const double PlainSimilarity = 0.8;

    /// <summary>All fields of the table in form order; replaced rows among them, a variant's rows behind those they replace.</summary>
    /// <param name="losesBlanks">See <see cref="FusedRows.LosesBlanks"/>.</param>
    public static IEnumerable<FieldReading> Read(
        TableMatch table, IReadOnlyDictionary<string, CellReading> readings, IReadOnlyList<FormIdentity> identities, bool losesBlanks)
    {
        if (!table.IsFound)
            return table.Table.Blocks.SelectMany(block => block.Rows.SelectMany(row => block.Columns.Select(column =>
                Missing(table.Table.PathOf(row, column), doubt: TableNotFound))));
        return ReadFound(table, readings, identities, losesBlanks);
    }

    private static IEnumerable<FieldReading> ReadFound(
        TableMatch table, IReadOnlyDictionary<string, CellReading> readings, IReadOnlyList<FormIdentity> identities, bool losesBlanks)
    {
        var fields = TableFields.Of(table);
        var fused = new FusedRows(table, fields, identities, losesBlanks);
        // A table of a scan that was read badly has no cells of its own among the readings.
        var isScanned = readings.Count > 0;
        var blankRows = BlankRows(table, fields, readings);
        var lost = new LostRows(table);
        var absent = new AbsentRows(table, lost, isScanned);
        var grounds = new RowGrounds(table);
        foreach (var field in fields)
            if (field.Match is null)
                yield return !table.IsContested(field.Place.Row) && absent.IsShown(field.Place)
                    ? Missing(field.Path, note: RowAbsent)
                    : Missing(field.Path, doubt: "row-not-found");
            else if (fused.TryGet(field.Path, out var reading))
                yield return reading with { Doubts = [.. reading.Doubts, .. field.Doubts] };
            else if (readings.TryGetValue(field.Path, out var cell))
                yield return WithDoubtOfLostRow(Scanned(field, cell, blankRows.Contains(field.Match)), field.Match, lost) with { Grounds = grounds.Of(field.Match) };
            else
                yield return WithDoubtOfRow(Plain(field), table, field.Match, lost);
        foreach (var block in table.Original.Blocks)
            foreach (var row in block.Rows)
                foreach (var column in block.Columns.Where(column => table.Columns is { } columns && columns.Replaces.Contains(column.Key)
                    && columns.Columns.All(other => other.Key != column.Key)))
                    yield return Missing(table.Table.PathOf(row, column), note: "column-replaced");
        foreach (var block in table.Table.Blocks)
            foreach (var row in RowsNotTaken(table, block))
                foreach (var column in block.Columns)
                    yield return table.IsContested(row)
                        ? Missing(table.Table.PathOf(row, column), doubt: TableMatch.VariantUncertain)
                        : Missing(table.Table.PathOf(row, column), note: RowReplaced);
    }

    /// <summary>Where no rule parts the rows of a grid, the values of one may stand in the band of another.</summary>
    private static FieldReading WithDoubtOfRow(FieldReading reading, TableMatch table, RowMatch match, LostRows lost)
    {
        if (reading.Doubts.Count > 0 || !match.Segment.IsOfGrid)
            return reading;
        if (match.Segment.HasOnlyBlanks && (HasFreeCells(table, match.SegmentIndex - 1) || HasFreeCells(table, match.SegmentIndex + 1)))
            return reading with { Doubts = [RowBlank] };
        return WithDoubtOfLostRow(reading, match, lost);
    }

    /// <summary>Where the label of a row that was not found stands before that of another, the values may be of either.</summary>
    private static FieldReading WithDoubtOfLostRow(FieldReading reading, RowMatch match, LostRows lost) =>
        reading.Doubts.Count == 0 && match.Segment.IsOfGrid && lost.LeadInto(match) ? reading with { Doubts = [TableFields.RowUncertain] } : reading;

    /// <summary>Cells of the grid print values there that no row claims.</summary>
    internal static bool HasFreeCells(TableMatch table, int index) => table.HasFreeValues(index) && table.Segments[index].IsOfGrid;

    /// <summary>Rows of the form that a variant replaces, and rows of a variant that the report may have after all.</summary>
    private static IEnumerable<FormRow> RowsNotTaken(TableMatch table, FormBlock block)
    {
        var replaced = block.Rows.Where(row => table.Variant is { } variant && variant.Replaces.Contains(row.Key));
        var rivals = table.Rival is { } rival && rival != table.Variant && block.Rows.Any(row => rival.Replaces.Contains(row.Key)) ? rival.Rows : [];
        return replaced.Concat(rivals);
    }

    private static FieldReading Plain(TableField field)
    {
        if (field.Token is not { } token)
            return new()
            {
                Path = field.Path,
                State = FieldState.Unreadable,
                Class = ReadingClass.AlignedToken,
                Evidence = [.. field.Match!.Segment.Values.SelectMany(value => value.Evidence).Take(1)],
                Doubts = field.Doubts.Count > 0 ? field.Doubts : [RowValues.Incomplete],
            };
        var (state, value) = ValueText.Parse(token.Text, field.Column);
        return new()
        {
            Path = field.Path,
            State = state,
            Class = token.Cell is null ? ReadingClass.AlignedToken : ReadingClass.PlainCell,
            Printed = token.IsBlank ? null : token.Text,
            Value = value,
            Evidence = token.Evidence,
            Doubts = value is FieldValue.Number && token.MayBeTwo ? [.. DoubtsOf(field, token.Text), NumberWrapped] : DoubtsOf(field, token.Text),
        };
    }

    /// <summary>
    /// Rows of a scan that may have been tied to the wrong cells: none of their cells shows ink, unless the label matches plainly
    /// in a grid whose rows are all accounted for; or some do not, and beside the row stand figures that no row claims.
    /// </summary>
    private static HashSet<RowMatch?> BlankRows(TableMatch table, IReadOnlyList<TableField> fields, IReadOnlyDictionary<string, CellReading> readings)
    {
        var isWhole = TableFields.IsWholeGrid(table);
        bool IsDoubtful(RowMatch row, int blanks, int cells) => blanks == cells
            ? !(isWhole && row.Similarity >= PlainSimilarity)
            : blanks > 0 && (HasFreeCells(table, row.SegmentIndex - 1) || HasFreeCells(table, row.SegmentIndex + 1));
        return [.. fields
            .Where(field => field.Match is not null && readings.ContainsKey(field.Path))
            .GroupBy(field => field.Match)
            .Where(row => IsDoubtful(row.Key!, row.Count(field => readings[field.Path].Ink is CellInk.Blank), row.Count()))
            .Select(row => row.Key)];
    }

    private static FieldReading Scanned(TableField field, CellReading cell, bool isRowBlank)
    {
        var (state, value) = cell.Ink switch
        {
            CellInk.Blank => (FieldState.Blank, null),
            CellInk.Unreadable => (FieldState.Unreadable, null),
            CellInk.Printed => ValueText.Parse(cell.Text, field.Column),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new()
        {
            Path = field.Path,
            State = state,
            Class = ReadingClass.OcrCell,
            Printed = state is FieldState.Blank ? null : cell.Text,
            Value = value,
            Evidence = EvidenceOf(field.Token!, cell),
            Cell = cell,
            Doubts = [.. DoubtsOf(field, cell.Text), .. isRowBlank ? [RowBlank] : Array.Empty<string>()],
        };
    }

    private static IReadOnlyList<string> DoubtsOf(TableField field, string text) =>
        ValueText.HasLeadingZero(text) ? [.. field.Doubts, "leading-zero"] : field.Doubts;

    private static IReadOnlyList<Document.Evidence> EvidenceOf(ValueToken token, CellReading cell)
    {
        if (cell.InkBox is not { } ink || token.Cell is null || token.Cell.Regions.Count == 0)
            return token.Evidence;
        return [(token.Cell.Regions.Where(region => region.Box.Contains(ink.CentreX, ink.CentreY)).Cast<CellRegion?>().FirstOrDefault()
            ?? token.Cell.Regions[0]) with { Box = ink } is var region ? region.Locate() : token.Evidence[0]];
    }

    private static FieldReading Missing(string path, string? doubt = null, string? note = null) => new()
    {
        Path = path,
        State = FieldState.Missing,
        Class = ReadingClass.AlignedToken,
        Doubts = doubt is null ? [] : [doubt],
        Notes = note is null ? [] : [note],
    };
}
