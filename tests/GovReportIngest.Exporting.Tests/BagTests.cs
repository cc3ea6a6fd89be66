using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting.Bags;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests;

/// <summary>Packages as <c>sha256sum</c> and a reader of XML see them.</summary>
public sealed class BagTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    private sealed class TwoPages : IPageTexts
    {
        public Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PageText>>(
            [.. Enumerable.Range(1, 2).Select(page => new PageText(page, 595, 842, 0, true, [new([TextWord.Of("甲", new(10, 10, 12, 12), 0.9)])]))]);
    }

    private async Task<byte[]> WriteAsync(long id)
    {
        using var bytes = new MemoryStream();
        await ExportFormats.Of(ExportFormat.BagIt, false, new Tongue(isChinese: false), new TwoPages()).WriteAsync(await stored.OneAsync(id), bytes, default);
        return bytes.ToArray();
    }

    private async Task<string> UnpackAsync(long id)
    {
        var folder = stored.PathOf($"bag-{id}-{Guid.NewGuid():N}");
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(await WriteAsync(id)), folder);
        return Directory.GetDirectories(folder).Single();
    }

    [Theory]
    [InlineData("manifest-sha256.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    public async Task Standard_tools_verify_every_file(string manifest)
    {
        var bag = await UnpackAsync(3);
        using var process = Process.Start(new ProcessStartInfo("sha256sum", ["--strict", "-c", manifest]) { WorkingDirectory = bag, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said);
        Assert.StartsWith("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", await File.ReadAllTextAsync(Path.Combine(bag, "bagit.txt")), StringComparison.Ordinal);
        var payload = Directory.GetFiles(Path.Combine(bag, "data"), "*", SearchOption.AllDirectories);
        Assert.Equal(payload.Select(file => Path.GetRelativePath(bag, file)).Order(StringComparer.Ordinal),
            (await File.ReadAllLinesAsync(Path.Combine(bag, "manifest-sha256.txt"))).Select(line => line[66..]).Order(StringComparer.Ordinal));
        Assert.Contains($"Payload-Oxum: {payload.Sum(file => new FileInfo(file).Length)}.{payload.Length}\n", await File.ReadAllTextAsync(Path.Combine(bag, "bag-info.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_has_the_source_both_records_alto_the_decisions_and_the_same_bytes_each_time()
    {
        var bag = await UnpackAsync(3);
        var stands = (await stored.Store.Review.FindAsync(new(3, 1), default))!;

        Assert.Equal("b/corrected.md", await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(bag, "data/source")).Single()));
        Assert.Equal(RecordJson.Write(stands.Record), await File.ReadAllBytesAsync(Path.Combine(bag, "data/record/report-1.record.json")));
        Assert.Equal(RecordJson.Write(stands.Extracted), await File.ReadAllBytesAsync(Path.Combine(bag, "data/record/report-1.extracted.record.json")));
        Assert.Equal(["page-1.alto.xml", "page-2.alto.xml"], Directory.GetFiles(Path.Combine(bag, "data/alto")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var decision = JsonDocument.Parse(await File.ReadAllLinesAsync(Path.Combine(bag, "data/log/decisions.jsonl")) is [var line] ? line : "").RootElement;
        Assert.Equal(("govreport.decision/1", "correct", ExportedStore.Person, "reviewer"), (decision.GetProperty("schema").GetString(), decision.GetProperty("action").GetString(), decision.GetProperty("subject").GetString(), decision.GetProperty("by").GetString()));
        Assert.Equal((4321, "4,321"), (decision.GetProperty("decided").GetProperty("value").GetInt32(), decision.GetProperty("decided").GetProperty("printed").GetString()));
        Assert.Equal("printed", decision.GetProperty("read").GetProperty("state").GetString());
        Assert.Equal(await WriteAsync(3), await WriteAsync(3));
    }

    [Fact]
    public async Task Mets_names_every_file_of_the_payload_with_size_and_hash_and_each_page()
    {
        var bag = await UnpackAsync(2);
        var mets = XDocument.Load(Path.Combine(bag, "data/mets.xml"));
        XNamespace names = "http://www.loc.gov/METS/", links = "http://www.w3.org/1999/xlink";
        var files = mets.Descendants(names + "file").ToList();

        Assert.Empty(XmlStandards.FaultsOf(mets));
        Assert.All(Directory.GetFiles(Path.Combine(bag, "data/alto")), page => Assert.Empty(XmlStandards.FaultsOf(XDocument.Load(page))));
        Assert.Equal(Directory.GetFiles(Path.Combine(bag, "data"), "*", SearchOption.AllDirectories).Length - 1, files.Count);
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(bag, "data", Uri.UnescapeDataString((string)file.Element(names + "FLocat")!.Attribute(links + "href")!)));
            Assert.Equal((bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Convert.ToHexStringLower(SHA256.HashData(bytes))), ((string)file.Attribute("SIZE")!, (string)file.Attribute("CHECKSUM")!));
        }

        Assert.Equal(files.Select(file => (string)file.Attribute("ID")!).Order(StringComparer.Ordinal), mets.Descendants(names + "fptr").Select(pointer => (string)pointer.Attribute("FILEID")!).Order(StringComparer.Ordinal));
        Assert.Equal(2, mets.Descendants(names + "div").Count(div => (string?)div.Attribute("TYPE") == "page"));
    }

    [Theory]
    [InlineData("fptr", "FILEID", "nowhere")]
    [InlineData("file", "SIZE", "large")]
    [InlineData("file", "CHECKSUMTYPE", "SHA256")]
    [InlineData("div", "DMDID", "nothing")]
    [InlineData("dmdSec", "ID", null)]
    public async Task The_standard_of_mets_is_not_kept_with(string element, string attribute, string? value)
    {
        var mets = XDocument.Load(Path.Combine(await UnpackAsync(2), "data/mets.xml"));
        mets.Descendants(mets.Root!.Name.Namespace + element).First().SetAttributeValue(attribute, value);

        Assert.NotEmpty(XmlStandards.FaultsOf(mets));
    }

    [Fact]
    public async Task Names_that_a_file_system_cannot_hold_or_tell_apart_are_changed()
    {
        using var bytes = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var bag = new BagWriter(archive, "x.bag");
            foreach (var name in (string[])["a:b.png", "a*b.png", "A_B.PNG", "..", "𠮷\n.png"])
                await bag.AddAsync($"source/{BagWriter.Safe(name)}", "source", "image/png", ["1"u8.ToArray(), "2"u8.ToArray()], default);
            await bag.EndAsync([("External-Description", "two\nlines")], default);

            Assert.Equal(["data/source/a_b.png", "data/source/a_b~2.png", "data/source/A_B~3.PNG", "data/source/_", "data/source/𠮷_.png"], bag.Files.Select(file => file.Path));
            Assert.All(bag.Files, file => Assert.Equal((2, Convert.ToHexStringLower(SHA256.HashData("12"u8))), (file.Bytes, file.Sha256)));
        }

        using var read = new ZipArchive(bytes);
        using var info = new StreamReader(read.GetEntry("x.bag/bag-info.txt")!.Open());
        Assert.Equal("External-Description: two lines\nPayload-Oxum: 10.5\n", await info.ReadToEndAsync());
    }

    [Fact]
    public async Task A_name_of_255_bytes_still_gives_a_folder_that_can_be_unpacked()
    {
        var name = string.Concat(Enumerable.Repeat("报", 84)) + ".md";
        var id = await stored.PutAsync(name, ExportedStore.Sample);
        var bag = await UnpackAsync(id.DocumentId);

        Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(bag)), 200, 255);
        Assert.Equal(name, Path.GetFileName(Directory.GetFiles(Path.Combine(bag, "data/source")).Single()));
    }

    [Fact]
    public async Task A_table_that_was_put_right_tells_what_was_moved_where()
    {
        var id = await stored.PutAsync("e/shifted.md", ExportedStore.Sample);
        var shift = new BlockShift(ExportedStore.Person, ExportedStore.Person, 1, 0);
        var made = await stored.Store.Review.DecideAsync(id, new() { Subject = "structure:requests", Action = DecisionAction.Shift, Shift = shift, Version = 1, Seen = 0 }, "reviewer", default);
        Assert.Equal(Storage.Review.DecisionOutcome.Made, made.Outcome);
        var lines = await ExportedStore.WriteAsync(await stored.OneAsync(id.DocumentId), ExportFormat.Log);

        var told = JsonDocument.Parse(lines).RootElement;
        Assert.Equal("shift", told.GetProperty("action").GetString());
        Assert.Equal($$"""{"from":"{{ExportedStore.Person}}","to":"{{ExportedStore.Person}}","down":1,"right":0}""", told.GetProperty("shift").GetRawText());
    }

    [Fact]
    public async Task The_log_of_the_store_has_all_decisions_and_nothing_of_reports_without_any()
    {
        var lines = Encoding.UTF8.GetString(await ExportedStore.WriteAsync(await stored.AllAsync(), ExportFormat.Log)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("3", JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("id").GetString());
    }
}
