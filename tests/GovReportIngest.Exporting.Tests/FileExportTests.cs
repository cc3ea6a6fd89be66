using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Tests;

/// <summary>Exports of whole files with several reports.</summary>
public sealed class FileExportTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    [Fact]
    public async Task A_file_is_written_again_when_any_report_in_it_was_decided_about()
    {
        var two = await stored.PutAsync("d/two.md", ExportedStore.Sample, ExportedStore.Sample);
        var folder = new ExportFolder(stored.PathOf("bags"), ExportFormats.Of(ExportFormat.BagIt, false, new Tongue(isChinese: false), NoPages.Instance), ".bag.zip", "bagit", "1.0.0");
        async Task<int> WriteAsync() => await folder.WriteAsync((await stored.OneAsync(two.DocumentId)).OfFiles(), default);
        Assert.Equal((1, 0), (await WriteAsync(), await WriteAsync()));

        await stored.Store.Review.DecideAsync(two with { Part = 2 }, new() { Subject = ExportedStore.Person, Action = Core.Review.DecisionAction.Confirm, Version = 1, Seen = 0 }, "reviewer", default);
        Assert.Equal((1, 0), (await WriteAsync(), await WriteAsync()));
    }
}
