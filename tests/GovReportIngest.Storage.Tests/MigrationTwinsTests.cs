using GovReportIngest.TestKit;

namespace GovReportIngest.Storage.Tests;

public sealed class MigrationTwinsTests
{
    [Fact]
    public void Every_migration_has_a_twin_for_the_other_database() => Assert.Equal(NamesOf("Sqlite"), NamesOf("Postgres"));

    private static IEnumerable<string?> NamesOf(string dialect) =>
        Directory.EnumerateFiles(Repository.PathOf("src", "GovReportIngest.Storage", "Sql", "Migrations", dialect)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
