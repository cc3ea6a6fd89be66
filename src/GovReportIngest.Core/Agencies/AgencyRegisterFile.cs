using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GovReportIngest.Core.Imports;

namespace GovReportIngest.Core.Agencies;

/// <summary>A register as CSV (docs/agencies.md).</summary>
public static class AgencyRegisterFile
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-MM", "yyyy"];

    private static readonly char[] NameMarks = [';', '；', '|', '\n'];

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "id", ["机构编号"] = "id", ["编号"] = "id",
        ["name"] = "name", ["机构名称"] = "name", ["名称"] = "name",
        ["former"] = "former", ["曾用名"] = "former",
        ["misprinted"] = "misprinted", ["误印名"] = "misprinted",
        ["region"] = "region", ["行政区划代码"] = "region",
        ["valid_from"] = "valid_from", ["起始日期"] = "valid_from",
        ["valid_to"] = "valid_to", ["终止日期"] = "valid_to",
        ["successor"] = "successor", ["继任机构"] = "successor",
    };

    private sealed record Row(long Line, RegisteredAgency Agency);

    /// <exception cref="AgencyRegisterException">The file is no register; line and reason are told.</exception>
    public static AgencyRegister Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var csv = new CsvReader(new StringReader(ImportedText.Of(bytes)), new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        try
        {
            List<Row> rows = [.. RowsOf(csv)];
            RequireSound(rows);
            return new([.. rows.Select(row => row.Agency)]);
        }
        catch (BadDataException wrong)
        {
            throw new AgencyRegisterException(RegisterFault.Unreadable, csv.Parser.RawRow, wrong.Field ?? "");
        }
    }

    private static IEnumerable<Row> RowsOf(CsvReader csv)
    {
        var columns = HeaderOf(csv.Read() && csv.ReadHeader() ? csv.HeaderRecord! : []);
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            string? Cell(string column) => columns.TryGetValue(column, out var index) && csv.TryGetField<string>(index, out var text) && text is { Length: > 0 } ? text : null;
            string Required(string column) => Cell(column) ?? throw new AgencyRegisterException(RegisterFault.Missing, line, column);
            yield return new(line, new()
            {
                Id = Required("id"), Name = Required("name"), FormerNames = NamesOf(Cell("former")), MisprintedNames = NamesOf(Cell("misprinted")), Region = Cell("region"),
                ValidFrom = DayOf(Cell("valid_from"), line, isLast: false), ValidTo = DayOf(Cell("valid_to"), line, isLast: true), Successor = Cell("successor"),
            });
        }
    }

    private static Dictionary<string, int> HeaderOf(IReadOnlyList<string> header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < header.Count; index++)
            if (!Columns.TryGetValue(header[index].Trim(), out var column) || !columns.TryAdd(column, index))
                throw new AgencyRegisterException(RegisterFault.UnknownColumn, 1, header[index]);
        return columns.ContainsKey("id") && columns.ContainsKey("name") ? columns
            : throw new AgencyRegisterException(RegisterFault.Missing, 1, columns.ContainsKey("id") ? "name" : "id");
    }

    private static string[] NamesOf(string? cell) => cell?.Split(NameMarks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A year or a month alone is its first day, or its last one.</summary>
    private static DateOnly? DayOf(string? cell, long line, bool isLast)
    {
        if (cell is null)
            return null;
        if (!DateOnly.TryParseExact(cell, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new AgencyRegisterException(RegisterFault.WrongDay, line, cell);
        return !isLast ? day : cell.Length == "yyyy".Length ? day.AddYears(1).AddDays(-1) : cell.Length == "yyyy-MM".Length && cell[4] == '-' ? day.AddMonths(1).AddDays(-1) : day;
    }

    private static void RequireSound(List<Row> rows)
    {
        var byId = new Dictionary<string, RegisteredAgency>(StringComparer.Ordinal);
        foreach (var (line, agency) in rows)
        {
            if (!byId.TryAdd(agency.Id, agency))
                throw new AgencyRegisterException(RegisterFault.SameId, line, agency.Id);
            if (agency.ValidTo < agency.ValidFrom)
                throw new AgencyRegisterException(RegisterFault.EndsEarly, line, agency.Id);
        }

        foreach (var (line, agency) in rows)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var at = agency; at is { Successor: { } next }; at = byId[next])
                if (!byId.ContainsKey(next))
                    throw new AgencyRegisterException(RegisterFault.UnknownSuccessor, line, next);
                else if (!seen.Add(next))
                    throw new AgencyRegisterException(RegisterFault.SuccessorsInCircle, line, next);
        }
    }
}
