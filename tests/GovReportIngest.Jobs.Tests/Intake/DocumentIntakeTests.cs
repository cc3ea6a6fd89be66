using GovReportIngest.Jobs.Intake;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Tests.Intake;

public sealed class DocumentIntakeTests : JobStore
{
    [Fact]
    public async Task Bytes_that_were_sent_are_safe_and_wait()
    {
        var sent = await Intake.RegisterAsync("web/报告.txt", Bytes("一、总体情况\n"), new() { Priority = 3, Tags = ["2024"] }, default);

        var details = (await Store.Queries.FindAsync(sent.DocumentId, default))!;
        Assert.Equal(("web/报告.txt", "collected", 3, "web/报告.txt"), (details.Document.Path, details.Document.State, details.Document.Priority, details.Document.Location));
        Assert.Equal("一、总体情况\n"u8.ToArray(), await Store.Blobs.ReadAsync(details.Files[0].Sha256, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Scratch));
    }

    [Fact]
    public async Task The_same_bytes_again_are_known_and_others_under_the_name_replace_them()
    {
        var first = await Intake.RegisterAsync("a.txt", Bytes("一"), new(), default);

        var again = await Intake.RegisterAsync("a.txt", Bytes("一"), new(), default);
        var twin = await Intake.RegisterAsync("b.txt", Bytes("一"), new() { IsWithoutTwins = true }, default);
        var other = await Intake.RegisterAsync("a.txt", Bytes("二"), new(), default);

        Assert.Equal((first.DocumentId, Standing.Known), (again.DocumentId, again.Standing));
        Assert.Equal((first.DocumentId, Standing.Twin), (twin.DocumentId, twin.Standing));
        Assert.Equal((Standing.New, (long?)first.DocumentId), (other.Standing, other.Replaced));
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("c:\\a.txt")]
    [InlineData("a/./b.txt")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("")]
    public async Task Names_that_lead_elsewhere_are_refused(string path)
    {
        await Assert.ThrowsAsync<RefusedBytesException>(() => Intake.RegisterAsync(path, Bytes("一"), new(), default));
        Assert.Empty(await Store.Blobs.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_file_without_bytes_is_refused()
    {
        await Assert.ThrowsAsync<RefusedBytesException>(() => Intake.RegisterAsync("a.txt", Bytes(""), new(), default));
        Assert.Empty(await Store.Queries.ListAsync(new(), default));
    }
}
