using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Tests;

/// <summary>A folder of files from a store in which documents share a name, or the register asks something of them.</summary>
public sealed class SharedNamesTests : IAsyncLifetime
{
    private readonly ExportedStore stored = new();

    public Task InitializeAsync() => stored.InitializeAsync();

    public Task DisposeAsync() => stored.DisposeAsync();

    [Fact]
    public async Task Uploads_of_one_name_are_files_of_their_own()
    {
        await stored.UploadAsync("年报.md", "one");
        await stored.UploadAsync("年报.md", "two");

        Assert.Equal(7, await WriteAsync());
        Assert.Equal(["年报.md.md", "年报~7.md.md"], Directory.GetFiles(stored.PathOf("out"), "年报*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, await WriteAsync());
    }

    [Fact]
    public async Task What_the_register_asks_of_a_report_is_written_into_its_file()
    {
        await WriteAsync();
        await stored.Store.Agencies.ImportAsync(AgencyRegisterFile.Read("id,name\nX,某局\n"u8.ToArray()), _ => { }, default);

        Assert.Equal(3, await WriteAsync());
        Assert.Contains("agency-unknown", await File.ReadAllTextAsync(stored.PathOf("out/a/sample.md.md")), StringComparison.Ordinal);
    }

    private async Task<int> WriteAsync()
    {
        var (format, tongue) = (ExportFormat.Markdown, new Tongue(isChinese: false));
        return await new ExportFolder(stored.PathOf("out"), ExportFormats.Of(format, false, tongue, NoPages.Instance), ".md", ExportFormats.ShapeOf(format, false, tongue), "1").WriteAsync(await stored.AllAsync(), default);
    }
}
