using System.Globalization;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;
using GovReportIngest.Core.Imports;

namespace GovReportIngest.Core.Archives;

/// <summary>
/// The catalogue of an archive (docs/archives.md): CSV in UTF-8 or GB18030, or the first sheet of a workbook. Columns in any order; those with other names are left alone.
/// </summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="LeftOut">Columns that are not taken in.</param>
public sealed record Catalogue(IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<string> LeftOut)
{
    private const string File = "file";

    private static readonly Dictionary<string, string> Columns = new[]
    {
        ("档号", "archival_code"), ("全宗号", "fonds"), ("题名", "title"), ("文件题名", "title"), ("案卷题名", "title"), ("责任者", "responsible"), ("年度", "year"), ("保管期限", "retention"), ("密级", "security"),
        ("文件", File), ("文件名", File), ("文件路径", File), ("电子文件名", File), ("原文路径", File), (File, File),
    }.Concat(CatalogueEntry.Codes.Select(code => (code, code))).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="CatalogueException">The file is no catalogue; row and reason are told.</exception>
    public static Catalogue Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var cells = CellsOf(bytes);
        var head = cells.Count > 0 ? cells[0] : [];
        var columns = ColumnsOf(head);
        var rows = new List<CatalogueRow>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, row) in cells.Index().Skip(1).Where(row => row.Item.Any(cell => cell.Length > 0)))
        {
            string? Cell(string column) => columns.TryGetValue(column, out var place) && place < row.Count && row[place] is { Length: > 0 } text ? text : null;
            var code = Cell("archival_code") ?? throw new CatalogueException(CatalogueFault.Missing, index + 1, "档号");
            if (!known.Add(code))
                throw new CatalogueException(CatalogueFault.SameCode, index + 1, code);
            rows.Add(new(Cell(File), new()
            {
                ArchivalCode = code, Fonds = Cell("fonds"), Title = Cell("title"), Responsible = Cell("responsible"), Year = Cell("year"), Retention = Cell("retention"), Security = Cell("security"),
            }));
        }

        return new(rows, [.. head.Where(name => name.Length > 0 && !Columns.ContainsKey(name))]);
    }

    private static Dictionary<string, int> ColumnsOf(IReadOnlyList<string> head)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, name) in head.Index())
            if (Columns.TryGetValue(name, out var column) && !columns.TryAdd(column, index))
                throw new CatalogueException(CatalogueFault.SameColumn, 1, name);
        return columns.ContainsKey("archival_code") ? columns : throw new CatalogueException(CatalogueFault.Missing, 1, "档号");
    }

    private static List<IReadOnlyList<string>> CellsOf(byte[] bytes)
    {
        try
        {
            var rows = bytes.AsSpan().StartsWith("PK"u8) ? WorkbookRows.Read(bytes) : CsvRowsOf(bytes);
            return [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Trim())])];
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException)
        {
            throw new CatalogueException(CatalogueFault.Unreadable, 1, wrong.Message);
        }
    }

    private static List<IReadOnlyList<string>> CsvRowsOf(byte[] bytes)
    {
        using var csv = new CsvParser(new StringReader(ImportedText.Of(bytes)), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            while (csv.Read())
                rows.Add(csv.Record!);
        }
        catch (BadDataException wrong)
        {
            throw new CatalogueException(CatalogueFault.Unreadable, csv.RawRow, wrong.Field ?? "");
        }

        return rows;
    }
}

/// <param name="File">Path or name of the file that is meant; null where the archival code is its name.</param>
/// <param name="Entry">What is said of it.</param>
public sealed record CatalogueRow(string? File, CatalogueEntry Entry);
