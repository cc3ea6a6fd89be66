using GovReportIngest.Core.Collect;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Tests.Documents;

public abstract class DocumentContract(ITestedDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task A_document_taken_in_is_safe_and_waits()
    {
        var document = await CollectAsync(Put("a.txt", "一"));

        var details = (await Store.Queries.FindAsync(document.DocumentId, default))!;
        Assert.Equal(("a.txt", "collected"), (details.Document.Path, details.Document.State));
        Assert.Equal(Standing.New, document.Standing);
        Assert.Empty(await Store.Extractions.ReadCurrentAsync(document.DocumentId, default));
        Assert.Equal(await File.ReadAllBytesAsync(details.Document.Location!), await Store.Blobs.ReadAsync(Assert.Single(details.Files).Sha256, default));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_document()
    {
        var first = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(first, Record);

        var second = await CollectAsync(Put("a.txt", "一"));

        Assert.Equal(first.DocumentId, second.DocumentId);
        Assert.Equal(Standing.Known, second.Standing);
        Assert.Single(await Store.Extractions.ReadCurrentAsync(second.DocumentId, default));
        Assert.Single(await Store.Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_a_document_that_names_its_twin()
    {
        var first = await CollectAsync(Put("a.txt", "一"));
        var second = await CollectAsync(Put("b.txt", "一"));

        Assert.NotEqual(first.DocumentId, second.DocumentId);
        Assert.Equal([new TwinRow(first.DocumentId, "a.txt")], (await Store.Queries.FindAsync(second.DocumentId, default))!.Twins);
        Assert.Single(await Store.Blobs.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Other_bytes_at_the_same_place_replace_a_document_and_lose_nothing_of_it()
    {
        var first = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(first, Open("report.agency"));
        var second = await CollectAsync(Put("a.txt", "二"));

        var old = (await Store.Queries.FindAsync(first.DocumentId, default))!;
        Assert.Equal((second.DocumentId, 1), (old.Document.ReplacedBy, old.Versions.Count));
        Assert.NotEmpty(await Store.Blobs.ReadAsync(old.Files[0].Sha256, default));
        Assert.Equal([second.DocumentId], (await Store.Queries.ListAsync(new(), default)).Select(row => row.DocumentId));
        Assert.Empty(await Store.Queries.QueueAsync(null, 10, default));
        var counts = await Store.Queries.CountAsync(default);
        Assert.Equal((1, 1, 0), (counts.Documents["collected"], counts.Replaced, counts.Totals.Records));
    }

    [Fact]
    public async Task Bytes_that_come_back_are_the_document_they_were()
    {
        var first = await CollectAsync(Put("a.txt", "一"));
        var second = await CollectAsync(Put("a.txt", "二"));
        var third = await CollectAsync(Put("a.txt", "一"));

        Assert.Equal(first.DocumentId, third.DocumentId);
        Assert.Null((await Store.Queries.FindAsync(first.DocumentId, default))!.Document.ReplacedBy);
        Assert.Equal(first.DocumentId, (await Store.Queries.FindAsync(second.DocumentId, default))!.Document.ReplacedBy);
    }

    [Fact]
    public async Task A_file_changed_at_one_place_stays_where_another_still_has_it()
    {
        var (here, there) = (Put("here/a.txt", "一") with { Path = "a.txt" }, Put("there/a.txt", "一") with { Path = "a.txt" });
        var first = await CollectAsync(here);
        Assert.Equal(first.DocumentId, (await CollectAsync(there)).DocumentId);
        File.WriteAllText(there.Files[0], "二");
        await CollectAsync(there);

        Assert.Null((await Store.Queries.FindAsync(first.DocumentId, default))!.Document.ReplacedBy);
        Assert.Equal(2, (await Store.Queries.ListAsync(new(), default)).Count);
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_and_replaces_nothing_until_it_can_be_read()
    {
        var readable = await CollectAsync(Put("a.txt", "一"));
        var entry = Put("a.txt", "二");
        var unread = (await Store.Documents.CollectAsync(entry, null, new(), default))!;
        await RecordAsync(unread, Rejected);

        Assert.Equal([readable.DocumentId, unread.DocumentId], (await Store.Queries.ListAsync(new(), default)).Select(row => row.DocumentId));
        var read = await CollectAsync(entry);

        Assert.Equal([read.DocumentId], (await Store.Queries.ListAsync(new(), default)).Select(row => row.DocumentId));
    }

    [Fact]
    public async Task Bytes_that_are_there_under_another_name_become_no_second_document_where_that_is_asked()
    {
        var first = await CollectAsync(Put("a.txt", "一"));
        var entry = Put("b.txt", "一");
        var (source, _) = await SourceHasher.HashAsync(entry, default);

        var twin = await Store.Documents.CollectAsync(entry, source, new() { IsWithoutTwins = true }, default);

        Assert.Equal(new(first.DocumentId, Standing.Twin), twin);
        Assert.Single(await Store.Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task Other_bytes_at_a_place_that_was_named_replace_what_stood_there()
    {
        var first = await PutAtAsync("web:a", "一");
        var second = await PutAtAsync("web:a", "二");
        var elsewhere = await PutAtAsync("web:b", "三");

        Assert.Equal((Standing.New, (long?)first.DocumentId), (second.Standing, second.Replaced));
        Assert.Null(elsewhere.Replaced);
        Assert.Equal([2L, 3L], (await Store.Queries.ListAsync(new(), default)).Select(row => row.DocumentId));
    }

    [Fact]
    public async Task A_file_that_changed_since_it_was_hashed_is_not_stored()
    {
        var entry = Put("a.txt", "一");
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        File.WriteAllText(entry.Files[0], "二");

        Assert.Null(await Store.Documents.CollectAsync(entry, source, new(), default));
        File.Delete(entry.Files[0]);
        Assert.Null(await Store.Documents.CollectAsync(entry, source, new(), default));
        Assert.Empty(await Store.Queries.ListAsync(new(), default));
        Assert.Empty(await Store.Blobs.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task All_files_of_a_folder_document_are_stored_in_their_order()
    {
        var files = new[] { "2.png", "10.png" }.Select(name => Put($"scan/{name}", name).Files[0]).ToList();

        var document = await CollectAsync(new("scan", files, true));

        var details = (await Store.Queries.FindAsync(document.DocumentId, default))!;
        Assert.Equal(["2.png", "10.png"], details.Files.Select(file => file.Name));
        Assert.EndsWith("/scan", details.Document.Location, StringComparison.Ordinal);
    }

    private async Task<StoredDocument> PutAtAsync(string location, string text)
    {
        var entry = Put("a.txt", text);
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        return (await Store.Documents.CollectAsync(entry, source, new() { Location = location }, default))!;
    }
}
