using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Tests.Ingest;

public sealed class PictureFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pictures");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_page_has_a_file_named_after_its_source_and_number()
    {
        var pictures = PictureFiles.Of(Settings(In("pictures")), new(isChinese: false))!;
        var deliver = pictures.For(new SourceDocument { Path = "年报/a.pdf", Files = [], Sha256 = new('a', 64), Bytes = 1 });

        deliver(new(1, 1, [1, 2]));
        deliver(new(1, 12, [3]));
        deliver(new(1, 13, null));

        Assert.Equal([1, 2], File.ReadAllBytes(In("pictures", "年报", "a.pdf.page-1.png")));
        Assert.Equal(2, Directory.GetFiles(In("pictures", "年报")).Length);
    }

    [Fact]
    public void A_folder_among_the_sources_is_refused_since_the_next_run_would_read_the_pictures()
    {
        var failure = Assert.Throws<CommandFailure>(() => PictureFiles.Of(Settings(In("sources", "pictures")), new(isChinese: false)));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_before_any_document_is_read()
    {
        File.WriteAllText(In("taken"), "");

        var failure = Assert.Throws<CommandFailure>(() => PictureFiles.Of(Settings(In("taken")), new(isChinese: false)));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains(In("taken"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("--debug-images", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_cannot_be_written_later_names_its_file()
    {
        var pictures = PictureFiles.Of(Settings(In("pictures")), new(isChinese: false))!;
        File.WriteAllText(In("pictures", "sub"), "a file where a folder is needed");
        var deliver = pictures.For(new SourceDocument { Path = "sub/a.pdf", Files = [], Sha256 = new('a', 64), Bytes = 1 });

        var failure = Assert.Throws<CommandFailure>(() => deliver(new(1, 1, [1])));

        Assert.Contains(In("pictures", "sub", "a.pdf.page-1.png"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_drawn_unless_asked_for() => Assert.Null(PictureFiles.Of(Settings(null), new(isChinese: false)));

    private string In(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    private IngestSettings Settings(string? pictures) => new()
    {
        Paths = [In("sources")], Out = In("out"), Limits = new(), DocumentPer = DocumentPer.Auto, DebugImages = pictures,
    };
}
