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

    [Fact]
    public void The_output_folder_is_no_source()
    {
        Put("out/summary.json");
        Put("out2/a.pdf");

        var entries = new SourceCollector(outputFolder: Path.Combine(folder.FullName, "out/")).Discover([folder.FullName]);

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
