using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Agencies;

/// <summary>A figure that two sources of one report print otherwise; a state stands where there is no value.</summary>
internal sealed record WitnessDifference
{
    public required string Path { get; init; }

    public required string Master { get; init; }

    public required string Witness { get; init; }
}

/// <summary>
/// Compares two sources of one report, figure by figure. What a person is still asked about in either of them says nothing yet; title and
/// names are not compared.
/// </summary>
internal static class WitnessFields
{
    private const int MostTold = 8;

    public static async Task<IReadOnlyList<WitnessDifference>> CompareAsync(DbConnection connection, long master, long witness)
    {
        const string Sql = """
            SELECT m.path AS Path, coalesce(m.value, m.state) AS Master, coalesce(w.value, w.state) AS Witness
            FROM fields m JOIN fields w ON w.extraction_id = @witness AND w.path = m.path
            WHERE m.extraction_id = @master AND m.review <> 'open' AND w.review <> 'open' AND m.path NOT LIKE 'report.%'
                AND (m.state <> w.state OR coalesce(m.value, '') <> coalesce(w.value, ''))
            ORDER BY m.position
            """;
        return [.. await connection.QueryAsync<WitnessDifference>(Sql, new { master, witness })];
    }

    /// <summary>What is told of many differences is cut; the hash of all of them makes others another question.</summary>
    public static DocumentItem ItemOf(RecordId witness, string path, IReadOnlyList<WitnessDifference> differences)
    {
        var told = string.Join("; ", differences.Take(MostTold).Select(TextOf));
        var all = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', differences.Select(TextOf)))))[..8];
        var rest = differences.Count > MostTold ? $"; and {differences.Count - MostTold} more ({all})" : "";
        return new(RegisterItems.WitnessesDiffer, [], $"{witness} ({path}): {told}{rest}");
    }

    private static string TextOf(WitnessDifference difference) => $"{difference.Path} {difference.Master} ≠ {difference.Witness}";
}
