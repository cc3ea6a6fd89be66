using GovReportIngest.TestKit;
using Npgsql;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>The minute after which what a node holds that does nothing any more waits again.</summary>
internal static class Leases
{
    /// <summary>Lets the minute pass for the database; the long run waits for it.</summary>
    /// <param name="server">The database.</param>
    /// <param name="owner">Pattern of the node's name, as LIKE has it.</param>
    public static async Task EndLeasesAsync(this PostgresServer server, string owner)
    {
        if (Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null)
            return;
        await using var source = NpgsqlDataSource.Create(server.ConnectionTo("public"));
        await using var command = source.CreateCommand("UPDATE work SET lease_until = store_now() - 1 WHERE state = 'processing' AND owner LIKE @owner");
        command.Parameters.AddWithValue("owner", owner);
        await command.ExecuteNonQueryAsync();
    }
}
