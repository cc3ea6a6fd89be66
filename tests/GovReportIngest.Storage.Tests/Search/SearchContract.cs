using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Search;

namespace GovReportIngest.Storage.Tests.Search;

/// <summary>Finding reports by what they say.</summary>
public abstract class SearchContract(ITestedDatabase tested) : StoreContract(tested)
{
    [Theory]
    [InlineData("河长")]
    [InlineData("推进河长制")]
    [InlineData("制")]
    [InlineData("河长制度")]
    [InlineData("ＯＡ系统")]
    [InlineData("oa")]
    [InlineData("2021年")]
    [InlineData("2021")]
    [InlineData("系统 河长")]
    [InlineData("，推进")]
    public async Task A_report_is_found_by_any_part_of_what_it_says(string question)
    {
        var id = await ReadAsync(Saying("按照2021年OA系统要求，推进河长制度。"), "a.txt");
        await ReadAsync(Saying("本机关未收到申请。"), "b.txt");
        Assert.Equal([id], (await FindAsync(question)).Select(report => report.Id));
    }

    [Theory]
    [InlineData("长河")]
    [InlineData("河制")]
    [InlineData("系统 申请")]
    [InlineData("系统要求推进")]
    [InlineData("")]
    [InlineData("，")]
    [InlineData("'\" OR *")]
    public async Task What_no_report_says_is_not_found(string question)
    {
        await ReadAsync(Saying("按照2021年OA系统要求，推进河长制度。河水，长流。"), "a.txt");
        Assert.Empty(await FindAsync(question));
    }

    [Fact]
    public async Task Titles_and_tables_are_found_too_and_the_latest_reading_counts()
    {
        var id = await ReadAsync(Record, "a.txt");
        Assert.Equal([id], (await FindAsync("平潭综合")).Select(report => report.Id));
        Assert.Single(await FindAsync("社会公益组织"));
        await Store.Extractions.RecordAsync(id.DocumentId, [RecordFile.Of(Saying("另一次识别"))], default);
        Assert.Equal([id], (await FindAsync("另一次")).Select(report => report.Id));
        Assert.Empty(await FindAsync("社会公益组织"));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task What_was_stored_before_there_was_an_index_is_taken_in_once()
    {
        var id = await ReadAsync(Saying("推进河长制度"), "a.txt");
        await ReadAsync(Saying("水利"), "b.txt");
        await OnDatabaseAsync(async connection =>
        {
            var extraction = await connection.ExecuteScalarAsync<long>("SELECT extraction_id FROM extractions WHERE document_id = @DocumentId", id);
            await SearchTable.RemoveAsync(connection, DialectOf(connection), extraction);
            return extraction;
        });
        Assert.Empty(await FindAsync("河长"));

        Assert.Equal(1, await Store.Search.FillAsync(default));
        Assert.Equal([id], (await FindAsync("河长")).Select(report => report.Id));
        Assert.Equal(0, await Store.Search.FillAsync(default));
    }

    private static SearchDialect DialectOf(System.Data.Common.DbConnection connection) => connection is Npgsql.NpgsqlConnection ? SearchDialect.Postgres : SearchDialect.Sqlite;

    [Fact]
    public async Task Pages_of_hits_follow_each_other_and_replaced_documents_are_left_out()
    {
        var ids = new List<RecordId>();
        for (var report = 0; report < 5; report++)
            ids.Add(await ReadAsync(Saying($"第{report}份提到水利"), $"{report}.txt"));
        ids.Reverse();
        var first = await Store.Search.FindAsync("水利", null, 2, default);
        var second = await Store.Search.FindAsync("水利", first[^1].ExtractionId, 3, default);
        Assert.Equal(ids, first.Concat(second).Select(report => report.Id));
        Assert.Empty(await Store.Search.FindAsync("水利", second[^1].ExtractionId, 3, default));
    }

    [Fact]
    public void A_snippet_shows_where_it_stands()
    {
        Assert.Equal(new SearchSnippet("推进", "ＯＡ", "建设"), SearchSnippet.Of("其他\n推进ＯＡ建设", "oa 建设"));
        var snippet = SearchSnippet.Of($"{new string('前', 90)}水利{new string('后', 90)}", "水利")!;
        Assert.Equal((41, "水利", 41), (snippet.Before.Length, snippet.Match, snippet.After.Length));
        Assert.Null(SearchSnippet.Of("推进", "水利"));
    }

    private Task<IReadOnlyList<FoundReport>> FindAsync(string question) => Store.Search.FindAsync(question, null, 10, default);

    private static ReportRecord Saying(string paragraph) => Record with
    {
        Outline = [new(1, "一、", "总体情况", null, [], [paragraph], [])], Tables = [], Fields = [],
    };

    private async Task<RecordId> ReadAsync(ReportRecord record, string name)
    {
        var document = await CollectAsync(Put(name, name));
        await Store.Extractions.RecordAsync(document.DocumentId, [RecordFile.Of(record)], default);
        return new(document.DocumentId, 1);
    }
}
