using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using GovReportIngest.Storage.Search;
using Xunit.Abstractions;

namespace GovReportIngest.Storage.Tests.Search;

/// <summary>Searches stay fast when the store grows: 5,000 reports, 100,000 with GOVREPORT_LONG=1.</summary>
public abstract class SearchSpeedContract(ITestedDatabase database, ITestOutputHelper output) : StoreContract(database)
{
    private const int Runs = 11;
    private const int Words = 400;
    private const double MostMilliseconds = 50;

    private static readonly int Reports = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 5_000 : 100_000;

    [Fact]
    public async Task A_page_of_hits_takes_less_than_50_milliseconds()
    {
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Of("白沙县财政局", 2023));
        await OnDatabaseAsync(FillAsync);
        (string Name, string Question)[] questions =
        [
            ("a word of all", "政府信息"), ("two characters of many", Pool[40]), ("two characters of few", Pool[^1]), ("one character of all", "政"), ("one character of many", Pool[40][..1]),
            ("one agency", "第4321号局"), ("a year", "2021"), ("digits", "20"), ("two words", $"{Pool[3]} {Pool[900]}"), ("a phrase", $"{Pool[5]}{Pool[6]}"), ("a phrase of none", "开公府政息信"), ("a phrase whose pairs all have", "信息公开工作政府信息"),
        ];
        var figures = new List<(string Name, double Milliseconds)>();
        foreach (var (name, question) in questions)
            figures.Add((name, await MedianAsync(question)));

        output.WriteLine($"» {GetType().Name}: of {Reports:#,0} reports, in milliseconds: "
            + string.Join("; ", figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Milliseconds:0.0}"))));
        Assert.All(figures, figure => Assert.True(figure.Milliseconds <= MostMilliseconds, $"{figure}"));
    }

    /// <summary>Words of two characters; the first are the most frequent.</summary>
    private static IReadOnlyList<string> Pool { get; } = MakePool(new Random(20));

    private static List<string> MakePool(Random random) =>
        [.. Enumerable.Range(0, 3000).Select(_ => $"{(char)random.Next(0x4E00, 0x5200)}{(char)random.Next(0x4E00, 0x5200)}").Distinct()];

    private async Task<double> MedianAsync(string question)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await Store.Search.FindAsync(question, null, 20, default);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Order().ElementAt(Runs / 2);
    }

    /// <summary>Reports of which most say the same, as reports on one law do, and each something of its own.</summary>
    private static async Task<int> FillAsync(DbConnection connection)
    {
        const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < @Reports)";
        string[] statements =
        [
            $"{Numbers} INSERT INTO documents (document_id, path, sha256, bytes, is_folder, collected_at) SELECT i, 'reports/' || i || '.pdf', 'h' || i, 1, 0, 0 FROM n",
            $"""
            {Numbers} INSERT INTO extractions (extraction_id, document_id, version, part, parts, is_current, record_sha256, engine, form, outcome, agency, year, pages, fields, open, findings, made_at)
            SELECT i, i, 1, 1, 1, 1, 'r' || i, 'version=1', 'f', 'accepted', '局', 2021, 5, 200, 1, 0, 0 FROM n
            """,
        ];
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement, new { Reports });
        var dialect = connection is Npgsql.NpgsqlConnection ? SearchDialect.Postgres : SearchDialect.Sqlite;
        for (var report = 2; report <= Reports; report++)
        {
            var text = TextOf(report, new Random(report));
            await connection.ExecuteAsync("INSERT INTO search_texts (extraction_id, text) VALUES (@report, @text)", new { report, text });
            await connection.ExecuteAsync(dialect.Insert, new { extractionId = report, grams = dialect.Terms(SearchGrams.OfText(SearchGrams.Fold(text))) });
        }

        return Reports;
    }

    private static string TextOf(int report, Random random)
    {
        var text = new StringBuilder($"第{report}号局{2015 + report % 10}年政府信息公开工作年度报告\n本机关按照条例要求，做好政府信息公开工作。");
        for (var word = 0; word < Words; word++)
            text.Append(Pool[(int)(Pool.Count * Math.Pow(random.NextDouble(), 3))]).Append(word % 9 == 8 ? "，" : "");
        return text.ToString();
    }
}
