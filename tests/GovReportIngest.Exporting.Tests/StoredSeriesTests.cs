using System.Text;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Series;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests;

public sealed class StoredSeriesTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    private static readonly Concept Received = TextReports.Concepts.Find("requests-received")!;

    private static ReportRecord Report(string agency, int year, decimal received) => ExportedStore.Sample with
    {
        Fields = [.. ExportedStore.Sample.Fields.Select(field => KeyValuePair.Create(field.Key, field.Key switch
        {
            ReportPaths.Agency => field.Value with { Value = new FieldValue.Words(agency) },
            ReportPaths.Year => field.Value with { Value = new FieldValue.Number(year) },
            "requests.new_received.total" => field.Value with { Value = new FieldValue.Number(received) },
            _ => field.Value,
        }))],
    };

    private ValueTask<List<AgencySeries>> ReadAsync(string? agency, bool all = false) => new StoredSeries(stored.Store, Received).ReadAsync(agency, all, default).ToListAsync();

    [Fact]
    public async Task An_agency_is_one_under_all_its_names_with_masters_alone_and_the_corrections_of_reviewers()
    {
        var register = AgencyRegisterFile.Read(Encoding.UTF8.GetBytes("id,name,former\nA-1,丙市数据局,丙市信息中心\n"));
        await stored.Store.Agencies.ImportAsync(register, _ => { }, default);
        await stored.PutAsync("s/2021.md", Report("丙市信息中心", 2021, 10));
        await stored.PutAsync("s/2022.md", Report("丙市数据局", 2022, 20));
        var corrected = await stored.PutAsync("s/2023.md", Report("丙市数据局", 2023, 30));
        await stored.PutAsync("s/2023-copy.md", Report("丙市数据局", 2023, 99));
        await stored.Store.Review.DecideAsync(corrected, new()
        {
            Subject = "requests.new_received.total", Action = DecisionAction.Correct, Version = 1, Seen = 0, Result = new(FieldState.Printed, new FieldValue.Number(31), "31", []),
        }, "reviewer", default);

        foreach (var name in (string[])["丙市数据", "信息中心", "A-1"])
        {
            var agency = Assert.Single(await ReadAsync(name));
            Assert.Equal("丙市数据局", agency.Agency);
            Assert.Equal([(2021, 10m), (2022, 20m), (2023, 31m)], agency.Points.Select(point => (point.Year, point.Value!.Value)));
        }

        var sources = Assert.Single(await ReadAsync("A-1", all: true));
        Assert.Equal(4, sources.Points.Count);
        Assert.Equal([2023], sources.Clashes);
        Assert.Empty(await ReadAsync("丁"));
        Assert.Contains(await ReadAsync(null), agency => agency.Agency == "丙市数据局");
    }
}
