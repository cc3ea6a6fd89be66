namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>All table values of one report: field path → what is printed. Paths are those of the record.</summary>
internal sealed class FigureSet(FormShape form)
{
    private readonly Dictionary<string, Cell> _cells = [];

    public FormShape Form { get; } = form;

    public Cell this[string path]
    {
        get => _cells.GetValueOrDefault(path) ?? Cell.Missing;
        set => _cells[path] = value;
    }

    public static string Disclosure(string row, string column) => $"proactive_disclosure.{row}.{column}";

    public static string Request(string row, string column) => $"requests.{row}.{column}";

    public static string Court(string block, string column) => $"review_litigation.{block}.{column}";

    /// <summary>The row is absent from the printed table, not merely empty.</summary>
    public bool IsRowMissing(DisclosureBlock block, ValueRow row) =>
        block.Columns.All(column => this[Disclosure(row.Key, column.Key)].State == "missing");

    /// <summary>Fields of the form in its own order, with those of replaced rows as missing.</summary>
    public IEnumerable<KeyValuePair<string, Cell>> InFormOrder()
    {
        foreach (var path in Paths(Form).Concat(ReplacedPaths()))
            yield return new(path, this[path]);
    }

    private IEnumerable<string> ReplacedPaths() =>
        Form.Id == FormShape.Of2021.Id ? Paths(FormShape.Of2021).Except(Paths(Form)) : [];

    private static IEnumerable<string> Paths(FormShape form)
    {
        foreach (var block in form.Disclosure)
            foreach (var row in block.Rows)
                foreach (var column in block.Columns)
                    yield return Disclosure(row.Key, column.Key);
        foreach (var row in form.Requests)
            foreach (var column in FormShape.RequestColumns)
                yield return Request(row.Key, column.Key);
        foreach (var block in FormShape.CourtBlocks)
            foreach (var column in FormShape.CourtColumns)
                yield return Court(block, column.Key);
    }
}
