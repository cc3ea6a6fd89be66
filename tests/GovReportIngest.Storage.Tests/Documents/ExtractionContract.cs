using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Tests.Documents;

public abstract class ExtractionContract(ITestedDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task A_record_is_kept_as_it_is_with_rows_of_its_fields_and_findings()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        var record = Record with
        {
            Checks = [new("requests.balance[natural_person]", CheckSeverity.Error, CheckOutcome.Violated, 786, 785.5m, [], ["report.agency"])],
        };

        Assert.Equal(Recorded.New, await RecordAsync(document, record));

        var details = (await Store.Queries.FindAsync(document.DocumentId, default))!;
        var version = Assert.Single(details.Versions);
        Assert.Equal(RecordJson.Write(record), await Store.Blobs.ReadAsync(version.RecordSha256, default));
        Assert.Equal((true, 1, "cn-gov-disclosure-annual/2021", 2022, 205), (version.IsCurrent, version.Version, version.Form, version.Year, version.Fields));
        Assert.Equal("accepted", details.Document.State);
        Assert.Equal(("786", "785.5"), (Assert.Single(details.Findings).LeftSide, details.Findings[0].RightSide));
        Assert.Equal(record.Fields.Count, await CountAsync("fields"));
        Assert.Equal(1, await CountAsync("pages"));
    }

    [Fact]
    public async Task The_same_record_again_makes_no_version()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record);

        Assert.Equal(Recorded.Same, await RecordAsync(document, Record));
        Assert.Single((await Store.Queries.FindAsync(document.DocumentId, default))!.Versions);
    }

    [Fact]
    public async Task Another_record_is_a_new_version_and_the_old_one_stays()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record);
        await RecordAsync(document, Open("report.year"));

        var details = (await Store.Queries.FindAsync(document.DocumentId, default))!;
        Assert.Equal([(2, true), (1, false)], details.Versions.Select(row => ((int)row.Version, row.IsCurrent)));
        Assert.Equal("needs-review", details.Document.State);
        Assert.Equal(RecordJson.Write(Record), await Store.Blobs.ReadAsync(details.Versions[1].RecordSha256, default));
        Assert.Equal(Record.Fields.Count, await CountAsync("fields"));
        Assert.Equal(1, (await Store.Queries.CountAsync(default)).Totals.Records);
    }

    [Fact]
    public async Task Every_report_of_a_document_has_its_record_and_goes_when_it_is_no_longer_there()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record, Open("report.agency"));
        Assert.Equal(["1", "1#2"], (await Store.Queries.ListAsync(new(), default)).Select(row => row.Id.ToString()));
        Assert.Equal("needs-review", (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.State);

        await RecordAsync(document, Record);

        Assert.Equal(["1"], (await Store.Queries.ListAsync(new(), default)).Select(row => row.Id.ToString()));
        Assert.Empty(await Store.Queries.QueueAsync(null, 10, default));
    }

    [Fact]
    public async Task A_question_outlives_versions_that_ask_it_and_is_closed_by_one_that_does_not()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Open("report.agency", "report.year"));
        var before = await Store.Queries.QueueAsync(null, 10, default);

        await RecordAsync(document, Open("report.year", "report.title"));

        var after = await Store.Queries.QueueAsync(null, 10, default);
        Assert.Equal(["report.title", "report.year"], after.Select(item => item.Subject).Order());
        Assert.Equal(before.Single(item => item.Subject == "report.year"), after.Single(item => item.Subject == "report.year"));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        var twice = Record with { Fields = [.. Record.Fields] };

        // The second report breaks a rule of the database after the first one was written.
        var broken = twice with { Outcome = (Outcome)99 };
        await Assert.ThrowsAnyAsync<Exception>(() => RecordAsync(document, twice, broken));

        Assert.Empty((await Store.Queries.FindAsync(document.DocumentId, default))!.Versions);
        Assert.Equal(0, await CountAsync("fields"));
    }

    [Theory]
    [InlineData("UPDATE extractions SET record_sha256 = ''")]
    [InlineData("DELETE FROM extractions")]
    [InlineData("UPDATE decisions SET new_value = '1'")]
    [InlineData("DELETE FROM decisions")]
    [InlineData("UPDATE audit SET actor = ''")]
    [InlineData("DELETE FROM audit")]
    public async Task Versions_decisions_and_the_audit_are_only_ever_added_to(string statement)
    {
        const string Decide = """
            INSERT INTO decisions (extraction_id, subject, action, decided_by, decided_at) SELECT extraction_id, 'report.year', 'confirm', 'test', 0 FROM extractions
            """;
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Record);
        await Store.Audit.WriteAsync("test", "", default);
        await OnDatabaseAsync(connection => connection.ExecuteAsync(Decide));

        await Assert.ThrowsAnyAsync<DbException>(() => OnDatabaseAsync(connection => connection.ExecuteAsync(statement)));
    }

    private Task<int> CountAsync(string table) => OnDatabaseAsync(connection => connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {table}"));
}
