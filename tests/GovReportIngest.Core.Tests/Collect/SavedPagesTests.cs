using GovReportIngest.Core.Collect;

namespace GovReportIngest.Core.Tests.Collect;

public sealed class SavedPagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Files_of_a_saved_page_are_parts_of_it_and_its_hash_names_them()
    {
        Write("a.html", "<img src='t.png'><a href=b.pdf>附件</a>");
        Write("a_files/x.css", "p{}");
        Write("a_files/x.jpg", "1");
        Write("t.png", "2");
        Write("b.pdf", "3");
        Write("c.png", "4");

        var entries = new SourceCollector().Discover([folder.FullName]);

        Assert.Equal(["a.html", "b.pdf", "c.png"], entries.Select(entry => entry.Path));
        Assert.Equal(["a.html", "a_files/x.jpg", "b.pdf", "t.png"], entries[0].Files.Select(file => Path.GetRelativePath(folder.FullName, file)));
        var (before, _) = await SourceHasher.HashAsync(entries[0], default);
        Write("t.png", "5");
        var (after, _) = await SourceHasher.HashAsync(entries[0], default);
        Assert.NotEqual(before!.Sha256, after!.Sha256);
    }

    [Fact]
    public void A_page_given_by_itself_has_its_parts_too()
    {
        Write("a.htm", "<img src=t.png>");
        Write("t.png", "2");

        var entry = Assert.Single(new SourceCollector().Discover([Path.Combine(folder.FullName, "a.htm")]));

        Assert.Equal(2, entry.Files.Count);
    }

    [Fact]
    public void A_list_of_many_documents_has_none_of_them_as_parts()
    {
        Write("index.html", string.Concat(Enumerable.Range(1, 4).Select(number => $"<a href={number}.pdf>年报</a>")));
        for (var number = 1; number <= 4; number++)
            Write($"{number}.pdf", "1");

        var entries = new SourceCollector().Discover([folder.FullName]);

        Assert.Equal(5, entries.Count);
        Assert.All(entries, entry => Assert.Single(entry.Files));
    }

    [Fact]
    public void A_folder_without_its_page_is_a_folder()
    {
        Write("a_files/x.pdf", "1");

        Assert.Equal(["a_files/x.pdf"], new SourceCollector().Discover([folder.FullName]).Select(entry => entry.Path));
    }

    private void Write(string name, string content)
    {
        var file = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
