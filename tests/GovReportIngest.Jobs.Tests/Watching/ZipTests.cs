using System.IO.Compression;
using System.Text;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Jobs.Tests.Watching;

public sealed class ZipTests : WatchedStore
{
    [Fact]
    public async Task Every_document_of_an_archive_is_one_of_its_own()
    {
        Zip("reports.zip", ("2023/a.txt", "一、总体情况\n"), ("2024\\b.txt", "二、主动公开\n"), (".hidden", "x"));

        await TakeAndReadAsync();

        Assert.Equal(["inbox/reports.zip/2023/a.txt", "inbox/reports.zip/2024/b.txt"], await PathsAsync());
        Assert.Equal(["reports.zip"], Files("done"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Scratch));
    }

    [Fact]
    public async Task An_archive_with_a_document_that_nothing_can_be_read_of_fails_and_says_which()
    {
        Zip("reports.zip", ("a.txt", "一、总体情况\n"), ("b.pdf", "\u0001\u0002\u0003\u0004"));

        await TakeAndReadAsync();

        Assert.Equal(2, (await PathsAsync()).Count());
        var reason = await File.ReadAllTextAsync(In("failed", "reports.zip.reason.txt"));
        Assert.Contains("inbox/reports.zip/b.pdf, document ", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("a.txt", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_images_alone_are_one_document_of_the_name_of_the_archive()
    {
        Zip("scan.zip", ("001.jpg", "1"), ("002.jpg", "2"));
        await TakeAsync();
        Assert.Equal(["inbox/scan.zip"], await PathsAsync());
    }

    [Fact]
    public async Task Names_that_Chinese_Windows_wrote_are_read()
    {
        Zip("a.zip", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, ("年报/县政府办.txt", "一、总体情况\n"));
        Zip("b.zip", new UTF8Encoding(false), ("乡镇.txt", "二、主动公开\n"));

        await TakeAsync();

        Assert.Equal(["inbox/a.zip/年报/县政府办.txt", "inbox/b.zip/乡镇.txt"], (await PathsAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../a.txt", "leads elsewhere")]
    [InlineData("/etc/a.txt", "leads elsewhere")]
    [InlineData("inner.zip", "another archive")]
    [InlineData("a.txt", "two files")]
    public async Task Archives_with_names_that_lead_elsewhere_are_refused(string name, string reason)
    {
        Zip("bad.zip", ("a.txt", "一"), (name, "二"));

        await TakeAndReadAsync();

        Assert.Empty(await PathsAsync());
        Assert.Contains(reason, await File.ReadAllTextAsync(In("failed", "bad.zip.reason.txt")), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Scratch));
        Assert.False(File.Exists(In("a.txt")));
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_fills_the_disk()
    {
        using (var zip = ZipFile.Open(In("inbox", "bomb.zip"), ZipArchiveMode.Create))
        {
            using var bytes = zip.CreateEntry("a.txt").Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 300; megabyte++)
                bytes.Write(zeros);
        }

        await TakeAndReadAsync();

        Assert.Contains("unpacks to more", await File.ReadAllTextAsync(In("failed", "bomb.zip.reason.txt")), StringComparison.Ordinal);
        Assert.Empty(await Store.Blobs.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_damaged_archive_is_refused()
    {
        Zip("a.zip", ("a.txt", "一"));
        var bytes = await File.ReadAllBytesAsync(In("inbox", "a.zip"));
        await File.WriteAllBytesAsync(In("inbox", "a.zip"), bytes[..^30]);

        await TakeAndReadAsync();

        Assert.Equal(["a.zip", "a.zip.reason.txt"], Files("failed"));
    }

    [Fact]
    public async Task A_link_in_an_archive_is_refused()
    {
        using (var zip = ZipFile.Open(In("inbox", "a.zip"), ZipArchiveMode.Create))
        {
            var link = zip.CreateEntry("a.txt");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var bytes = link.Open();
            bytes.Write("/etc/passwd"u8);
        }

        await TakeAndReadAsync();

        Assert.Contains("link", await File.ReadAllTextAsync(In("failed", "a.zip.reason.txt")), StringComparison.Ordinal);
    }

    private void Zip(string name, params (string Name, string Text)[] files) => Zip(name, Encoding.UTF8, files);

    /// <summary>With names in an encoding that the archive does not name.</summary>
    private void Zip(string name, Encoding encoding, params (string Name, string Text)[] files)
    {
        using var zip = ZipFile.Open(In("inbox", name), ZipArchiveMode.Create, encoding);
        foreach (var (inner, text) in files)
        {
            using var bytes = zip.CreateEntry(inner).Open();
            bytes.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
