using System.Data.Common;
using Dapper;

namespace GovReportIngest.Storage.Documents;

/// <summary>The names that records print, to be searched for their parts.</summary>
internal static class AgencyNames
{
    public static Task AddAsync(DbConnection connection, string? name) => name is null ? Task.CompletedTask
        : connection.ExecuteAsync("INSERT INTO agencies (name) VALUES (@name) ON CONFLICT DO NOTHING", new { name });
}
