using Dapper;

namespace GovReportIngest.Storage.Tests;

public abstract class VerificationContract(ITestedDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task A_sound_store_has_no_defects()
    {
        await FillAsync();
        var read = 0L;

        var result = await Store.Verification.RunAsync(count => read = count, default);

        Assert.Empty(result.Defects);
        Assert.Equal((5, 2, 0, 5), (result.Blobs, result.Records, result.Unused, read));
    }

    [Fact]
    public async Task Damaged_and_lost_blobs_are_named_with_what_uses_them()
    {
        await FillAsync();
        var details = (await Store.Queries.FindAsync(1, default))!;
        await OverwriteAsync(details.Versions[0].RecordSha256, "x");
        await OverwriteAsync(details.Files[0].Sha256, null);

        var result = await Store.Verification.RunAsync(_ => { }, default);

        Assert.Equal(
            [("blob-missing", $"{details.Files[0].Sha256} (document 1)"), ("blob-damaged", $"{details.Versions[0].RecordSha256} (record of document 1, version 2)")],
            result.Defects.Select(defect => (defect.Code, defect.Detail)));
    }

    [Fact]
    public async Task Rows_that_are_not_those_of_their_record_are_named()
    {
        await FillAsync();
        await OnDatabaseAsync(connection => connection.ExecuteAsync("DELETE FROM fields WHERE position = 7"));

        var result = await Store.Verification.RunAsync(_ => { }, default);

        Assert.Equal(["record-differs", "record-differs"], result.Defects.Select(defect => defect.Code));
    }

    [Fact]
    public async Task Documents_that_wait_or_could_not_be_read_are_no_defects()
    {
        await CollectAsync(Put("a.txt", "一"));
        await Store.Documents.CollectAsync(Put("b.txt", "二"), null, new(), default);

        Assert.Equal((1, 0), ((await Store.Verification.RunAsync(_ => { }, default)).Blobs, (await Store.Verification.RunAsync(_ => { }, default)).Defects.Count));
    }

    [Fact]
    public async Task A_blob_that_no_row_names_is_counted_and_no_defect()
    {
        await FillAsync();
        await Store.Blobs.PutAsync(new byte[] { 1 }, default);

        var result = await Store.Verification.RunAsync(_ => { }, default);

        Assert.Equal((1, 0), (result.Unused, result.Defects.Count));
    }

    private async Task FillAsync()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record);
        await RecordAsync(document, Open("report.year"));
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), Of("白沙县审计局", 2023));
    }

    private async Task OverwriteAsync(string sha256, string? text)
    {
        var file = Path.Combine(Data, "blobs", sha256[..2], sha256);
        if (text is null)
            File.Delete(file);
        else
            await File.WriteAllTextAsync(file, text);
    }
}
