using System.Data.Common;
using System.Globalization;
using Dapper;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Agencies;

/// <summary>The register in tables.</summary>
internal static class RegisterRows
{
    private const string DayFormat = "yyyy-MM-dd";

    private sealed record Row
    {
        public required string AgencyId { get; init; }

        public required string Name { get; init; }

        public string? Region { get; init; }

        public string? ValidFrom { get; init; }

        public string? ValidTo { get; init; }

        public string? Successor { get; init; }
    }

    private sealed record NameRow(string AgencyId, string Name, string Kind);

    /// <summary>Whether one was imported.</summary>
    public static async Task<bool> AreThereAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM (SELECT 1 FROM registered_agencies LIMIT 1) AS first") > 0;

    /// <summary>In place of what was there.</summary>
    public static async Task ReplaceAsync(DbConnection connection, AgencyRegister register)
    {
        const string Insert = """
            INSERT INTO registered_agencies (agency_id, name, region, valid_from, valid_to, successor) VALUES (@Id, @Name, @Region, @From, @To, @Successor)
            """;
        const string InsertName = "INSERT INTO registered_names (folded, agency_id, name, kind) VALUES (@Folded, @Id, @Name, @Kind) ON CONFLICT DO NOTHING";
        await connection.ExecuteAsync("DELETE FROM registered_names; DELETE FROM registered_agencies;");
        await connection.ExecuteManyAsync(Insert, register.Agencies.Select(agency => new
        {
            agency.Id, agency.Name, agency.Region, From = TextOf(agency.ValidFrom), To = TextOf(agency.ValidTo), agency.Successor,
        }));
        // What counts more stands first, and stays.
        await connection.ExecuteManyAsync(InsertName, register.Agencies.SelectMany(agency => NamesOf(agency).Select(name => new
        {
            Folded = AgencyRegister.Fold(name.Name), agency.Id, name.Name, Kind = CodeOf(name.Kind),
        })));
    }

    /// <summary>The part of the register that a printed name may mean: agencies of the name, and those after them.</summary>
    public static async Task<AgencyRegister> FindAsync(DbConnection connection, string printed)
    {
        const string Known = """
            WITH RECURSIVE known AS (
                SELECT agency_id FROM registered_names WHERE folded = @folded
                UNION SELECT a.successor FROM registered_agencies a JOIN known k ON k.agency_id = a.agency_id WHERE a.successor IS NOT NULL)
            """;
        const string Agencies = $"""
            {Known} SELECT a.agency_id AS AgencyId, a.name AS Name, a.region AS Region, a.valid_from AS ValidFrom, a.valid_to AS ValidTo, a.successor AS Successor
            FROM known k JOIN registered_agencies a ON a.agency_id = k.agency_id ORDER BY a.agency_id
            """;
        const string Names = $"""
            {Known} SELECT n.agency_id AS AgencyId, n.name AS Name, n.kind AS Kind FROM known k JOIN registered_names n ON n.agency_id = k.agency_id
            """;
        var folded = new { folded = AgencyRegister.Fold(printed) };
        return Make(await connection.QueryAsync<Row>(Agencies, folded), await connection.QueryAsync<NameRow>(Names, folded));
    }

    public static async Task<AgencyRegister> ReadAsync(DbConnection connection)
    {
        const string Agencies = """
            SELECT agency_id AS AgencyId, name AS Name, region AS Region, valid_from AS ValidFrom, valid_to AS ValidTo, successor AS Successor
            FROM registered_agencies ORDER BY agency_id
            """;
        const string Names = "SELECT agency_id AS AgencyId, name AS Name, kind AS Kind FROM registered_names";
        return Make(await connection.QueryAsync<Row>(Agencies), await connection.QueryAsync<NameRow>(Names));
    }

    private static AgencyRegister Make(IEnumerable<Row> agencies, IEnumerable<NameRow> names)
    {
        var byAgency = names.ToLookup(name => name.AgencyId, StringComparer.Ordinal);
        IReadOnlyList<string> NamesOf(Row row, NameKind kind) => [.. byAgency[row.AgencyId].Where(name => name.Kind == CodeOf(kind)).Select(name => name.Name).Order(StringComparer.Ordinal)];
        return new([.. agencies.Select(row => new RegisteredAgency
        {
            Id = row.AgencyId, Name = row.Name, Region = row.Region, ValidFrom = DayOf(row.ValidFrom), ValidTo = DayOf(row.ValidTo), Successor = row.Successor,
            FormerNames = NamesOf(row, NameKind.Former), MisprintedNames = NamesOf(row, NameKind.Misprint),
        })]);
    }

    private static IEnumerable<(string Name, NameKind Kind)> NamesOf(RegisteredAgency agency) =>
        [(agency.Name, NameKind.Name), .. agency.FormerNames.Select(name => (name, NameKind.Former)), .. agency.MisprintedNames.Select(name => (name, NameKind.Misprint))];

    private static string CodeOf(NameKind kind) => kind.ToString().ToLowerInvariant();

    private static string? TextOf(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => text is null ? null : DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);
}
