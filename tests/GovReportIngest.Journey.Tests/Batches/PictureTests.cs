using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Batches;

public sealed class PictureTests
{
    [Fact]
    public async Task Pictures_are_the_same_with_any_number_of_workers_and_records_as_without_them()
    {
        using var folder = new TemporaryFolder();
        string In(string name) => Path.Combine(folder.Path, name);
        Directory.CreateDirectory(In("inbox"));
        foreach (var sample in new[] { "landscape-dense.pdf", "song-ruled.pdf" })
            File.Copy(Repository.PathOf("samples", "inbox", "pdf", sample), Path.Combine(In("inbox"), sample));

        await IngestAsync(In("inbox"), "--out", In("plain"));
        await IngestAsync(In("inbox"), "--out", In("one"), "--debug-images", In("one-pictures"), "--workers", "1");
        await IngestAsync(In("inbox"), "--out", In("two"), "--debug-images", In("two-pictures"), "--workers", "2");

        Assert.Equal(Bytes(In("plain")), Bytes(In("one")));
        Assert.Equal(Bytes(In("plain")), Bytes(In("two")));
        Assert.Equal(Bytes(In("one-pictures")), Bytes(In("two-pictures")));
        Assert.Contains("landscape-dense.pdf.page-1.png", Bytes(In("one-pictures")).Keys);
        Assert.True(Bytes(In("one-pictures")).Count >= 5);
    }

    private static async Task IngestAsync(params string[] arguments)
    {
        var result = await GovReport.RunAsync(["ingest", .. arguments]);
        Assert.True(result.ExitCode == 0, $"{result}");
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
