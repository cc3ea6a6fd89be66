using GovReportIngest.Core.Collect;

namespace GovReportIngest.Core.Tests.Collect;

public sealed class SourceCollectorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collect");

    public void Dispose() => folder.Delete(recursive: true);

    private string Put(string path, string content = "x")
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    [Fact]
    public void Folders_are_expanded_in_natural_order_without_hidden_and_temporary_files()
    {
        foreach (var name in new[] { "p10.pdf", "p2.pdf", "b/a.pdf", ".hidden", "~$a.docx", "c.tmp", "a.pdf.record.json", "a.expected.json" })
            Put(name);

        var entries = new SourceCollector().Discover([folder.FullName, Put("p2.pdf")]);

        Assert.Equal(["p2.pdf", "p10.pdf", "b/a.pdf", "p2.pdf"], entries.Select(entry => entry.Path));
        Assert.All(entries, entry => Assert.Null(entry.Problem));
    }

    [Fact]
    public void A_backslash_is_a_character_of_a_name_and_leads_nowhere()
    {
        Put(@"x\..\..\outside.txt");

        Assert.Equal(@"x\..\..\outside.txt", Assert.Single(new SourceCollector().Discover([folder.FullName])).Path);
    }

    [Fact]
    public async Task A_folder_of_page_images_is_one_document_with_gaps_and_duplicates_reported()
    {
        Put("doc/1.png", "one");
        Put("doc/2.png", "two");
        Put("doc/10.png", "one");
        Put("doc/note.txt");

        var entries = new SourceCollector(DocumentPer.Folder).Discover([folder.FullName]);

        Assert.Equal(["doc", "doc/note.txt"], entries.Select(entry => entry.Path));
        Assert.Equal(["1.png", "2.png", "10.png"], entries[0].Files.Select(Path.GetFileName));
        var document = (await SourceHasher.HashAsync(entries[0], default)).Document!;
        Assert.Equal(["duplicate-page", "page-gap"], document.Problems.Select(problem => problem.Category));
        Assert.Equal((64, 9L, true), (document.Sha256.Length, document.Bytes, document.IsFolder));
    }

    [Theory]
    [InlineData("001.jpg", "002.jpg", "003.tif")]
    [InlineData("2023年报_第9页.png", "2023年报_第10页.png")]
    [InlineData("scan (1).png", "scan (2).png", "scan (4).png")]
    public void Images_whose_names_run_like_pages_are_one_document_even_in_the_folder_given(params string[] names)
    {
        foreach (var name in names)
            Put(name);

        var entry = Assert.Single(new SourceCollector(DocumentPer.Auto).Discover([folder.FullName]));

        Assert.Equal(folder.Name, entry.Path);
        Assert.Equal(names, entry.Files.Select(Path.GetFileName));
        Assert.Equal(names.Length, new SourceCollector().Discover([folder.FullName]).Count);
    }

    [Theory]
    [InlineData("2019.png", "2020.png", "2021.png")]
    [InlineData("1024.png", "58821.png")]
    [InlineData("东河区2023.jpg", "西河区2023.jpg")]
    [InlineData("a1-1.png", "a2-2.png")]
    [InlineData("1.png", "2.png", "note.txt")]
    [InlineData("1.png")]
    public void Images_of_years_of_other_names_or_beside_other_files_are_documents_of_their_own(params string[] names)
    {
        foreach (var name in names)
            Put("doc/" + name);

        var entries = new SourceCollector(DocumentPer.Auto).Discover([folder.FullName]);

        Assert.Equal(names.Length, entries.Count);
        Assert.All(entries, entry => Assert.False(entry.IsFolder));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Tiff_files_with_several_pages_are_documents_of_their_own(bool isLittleEndian, bool isBig)
    {
        PutTiff("one/1.tif", isLittleEndian, isBig, pages: 1);
        PutTiff("one/2.tif", isLittleEndian, isBig, pages: 1);
        PutTiff("several/1.tif", isLittleEndian, isBig, pages: 2);
        PutTiff("several/2.tif", isLittleEndian, isBig, pages: 1);
        Put("broken/1.tif", "II*");
        Put("broken/2.tif", "");

        var entries = new SourceCollector(DocumentPer.Auto).Discover([folder.FullName]);

        Assert.Equal(["broken", "one", "several/1.tif", "several/2.tif"], entries.Select(entry => entry.Path));
    }

    /// <summary>Directories of one entry each, without pixels.</summary>
    private void PutTiff(string path, bool isLittleEndian, bool isBig, int pages)
    {
        var bytes = new List<byte>(isLittleEndian ? "II"u8.ToArray() : "MM"u8.ToArray());
        void Add(long value, int size) =>
            bytes.AddRange(isLittleEndian ? BitConverter.GetBytes(value)[..size] : BitConverter.GetBytes(value)[..size].Reverse());
        Add(isBig ? 43 : 42, 2);
        if (isBig)
            Add(8, 4);
        var (count, entry, offset) = isBig ? (8, 20, 8) : (2, 12, 4);
        Add(bytes.Count + offset, offset);
        for (var page = 1; page <= pages; page++)
        {
            Add(1, count);
            bytes.AddRange(new byte[entry]);
            Add(page < pages ? bytes.Count + offset : 0, offset);
        }

        File.WriteAllBytes(Put(path), [.. bytes]);
    }

    [Fact]
    public void The_output_folder_is_no_source()
    {
        Put("out/summary.json");
        Put("out2/a.pdf");

        var entries = new SourceCollector(outputFolders: [Path.Combine(folder.FullName, "out/")]).Discover([folder.FullName]);

        Assert.Equal(["out2/a.pdf"], entries.Select(entry => entry.Path));
    }

    [Fact]
    public void What_cannot_be_read_is_an_entry_with_a_problem()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "loop"), folder.FullName);

        var entries = new SourceCollector().Discover([folder.FullName, Path.Combine(folder.FullName, "nowhere.pdf")]);

        Assert.Equal(["linked-folder", "not-found"], entries.Select(entry => entry.Problem!.Category));
    }

    [Fact]
    public async Task Vanished_and_empty_files_are_problems()
    {
        var collector = new SourceCollector();
        var gone = collector.Discover([Put("gone.pdf")])[0];
        File.Delete(gone.Files[0]);
        var empty = collector.Discover([Put("empty.pdf", "")])[0];

        Assert.Equal("vanished", (await SourceHasher.HashAsync(gone, default)).Problem!.Category);
        Assert.Equal("empty", (await SourceHasher.HashAsync(empty, default)).Problem!.Category);
    }

    [Fact]
    public async Task The_hash_is_that_of_the_bytes()
    {
        var (document, _) = await SourceHasher.HashAsync(new SourceCollector().Discover([Put("a.txt", "abc")])[0], default);

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", document!.Sha256);
        Assert.Equal(("a.txt", 3L), (document.Path, document.Bytes));
    }

    [Theory]
    [InlineData("page2", "page10", -1)]
    [InlineData("page02", "page2", -1)]
    [InlineData("a", "a1", -1)]
    [InlineData("99999999999999999999999", "100000000000000000000000", -1)]
    public void Numbers_in_names_compare_as_numbers(string first, string second, int expected)
    {
        Assert.Equal(expected, Math.Sign(NaturalOrder.Instance.Compare(first, second)));
        Assert.Equal(-expected, Math.Sign(NaturalOrder.Instance.Compare(second, first)));
    }
}
