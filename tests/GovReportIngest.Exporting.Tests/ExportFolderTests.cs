using System.Security.Cryptography;
using System.Text.Json;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Tests;

public sealed class ExportFolderTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    private ExportFolder FolderOf(string name, string program = "1.0.0", bool isChinese = false) => new(stored.PathOf(name), ExportFormats.Of(ExportFormat.Markdown, false, new Tongue(isChinese), NoPages.Instance), ".md",
        ExportFormats.ShapeOf(ExportFormat.Markdown, false, new Tongue(isChinese)), program);

    private List<JsonElement> LinesOf(string name) => [.. File.ReadAllLines(stored.PathOf($"{name}/manifest.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public async Task Every_report_is_a_file_where_its_source_lay_and_the_manifest_has_its_hash_and_origin()
    {
        Assert.Equal(5, await FolderOf("first").WriteAsync(await stored.AllAsync(), default));

        Assert.Equal(["a/mixed.md.md", "a/sample.md.md", "b/corrected.md.md", "b/flattened.md.md", "c/letter.md.md"], LinesOf("first").Select(line => line.GetProperty("file").GetString()));
        foreach (var line in LinesOf("first"))
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(stored.PathOf($"first/{line.GetProperty("file").GetString()}")))), line.GetProperty("sha256").GetString());
        Assert.All(LinesOf("first"), line => Assert.StartsWith("version=", line.GetProperty("engine").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_did_not_change_is_left_and_what_was_lost_or_made_otherwise_is_written_again()
    {
        await FolderOf("again").WriteAsync(await stored.AllAsync(), default);
        Assert.Equal(0, await FolderOf("again").WriteAsync(await stored.AllAsync(), default));
        File.Delete(stored.PathOf("again/a/sample.md.md"));
        await File.AppendAllTextAsync(stored.PathOf("again/b/corrected.md.md"), "changed");
        Assert.Equal(2, await FolderOf("again").WriteAsync(await stored.AllAsync(), default));
        Assert.Equal(5, await FolderOf("again", "1.0.1").WriteAsync(await stored.AllAsync(), default));
        Assert.Equal(5, LinesOf("again").Count);
        Assert.Equal(5, await FolderOf("again", "1.0.1", isChinese: true).WriteAsync(await stored.AllAsync(), default));
    }

    [Fact]
    public async Task A_stopped_export_goes_on_and_leaves_nothing_half_written()
    {
        using var stop = new CancellationTokenSource();
        var reports = await ChosenReports.FindAsync(stored.Store, new ExportChoice.Found(new()), row =>
        {
            if (row.DocumentId == 3)
                stop.Cancel();
        }, default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FolderOf("stopped").WriteAsync(reports, stop.Token));
        // As a process leaves it that is killed while it writes.
        await File.AppendAllTextAsync(stored.PathOf("stopped/manifest.jsonl"), "{\"id\": \"4\", \"ver");
        await File.WriteAllTextAsync(stored.PathOf($"stopped/.x{RecordFiles.TemporarySuffix}"), "half");

        Assert.InRange(await FolderOf("stopped").WriteAsync(await stored.AllAsync(), default), 1, 5);
        Assert.Equal(5, LinesOf("stopped").Count);
        Assert.Equal(6, Directory.GetFiles(stored.PathOf("stopped"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_stopped_file_does_not_appear_and_the_earlier_one_stays()
    {
        var path = stored.PathOf("one.csv");
        await File.WriteAllTextAsync(path, "earlier");
        await Assert.ThrowsAsync<IOException>(() => RecordFiles.WriteAtomicallyAsync(path, async output =>
        {
            await output.WriteAsync("half"u8.ToArray());
            throw new IOException("disk full");
        }));
        Assert.Equal("earlier", await File.ReadAllTextAsync(path));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(path)!), file => file.EndsWith(RecordFiles.TemporarySuffix, StringComparison.Ordinal));
    }
}
