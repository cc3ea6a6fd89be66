using System.Text;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.BadInput;

/// <summary>Everything bad in one batch with two good documents, ingested once by the real program with two workers.</summary>
public sealed class BadBatch : IAsyncLifetime
{
    public const string Vanishing = "zz-vanishing.txt";

    /// <summary>250 bytes of UTF-8.</summary>
    public static readonly string LongName = string.Concat(Enumerable.Repeat("报告", 41)) + ".txt";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-bad-");

    internal RunResult Result { get; private set; } = null!;

    public string Inbox => Path.Combine(folder.FullName, "inbox");

    public string Out => Path.Combine(folder.FullName, "out");

    public async Task InitializeAsync()
    {
        PutDocuments();
        PutImages();
        PutLinks();
        using var run = GovReport.Start("ingest", Inbox, "--out", Out, "--workers", "2", "--page-cpu", "3", "--worker-memory", "512", "--lang", "en");
        // The batch was collected before its first record is written.
        while (!run.HasExited && !File.Exists(Path.Combine(Out, "aa-first.txt.record.json")))
            await Task.Delay(10);
        File.Delete(Path.Combine(Inbox, Vanishing));
        Result = await run.EndAsync();
    }

    public Task DisposeAsync()
    {
        File.SetUnixFileMode(Path.Combine(Inbox, "closed"), (UnixFileMode)0b111_000_000);
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public ReportRecord RecordOf(string path) => RecordJson.Read(File.ReadAllBytes(Path.Combine(Out, path + RecordFiles.RecordSuffix)));

    private void PutDocuments()
    {
        var song = File.ReadAllBytes(Repository.PathOf("samples", "inbox", "pdf", "song-ruled.pdf"));
        var pipes = File.ReadAllBytes(Repository.PathOf("samples", "inbox", "text", "pipes.md"));
        Put("aa-first.txt", "政府信息公开"u8);
        Put("good/pdf/song-ruled.pdf", song);
        Put("good/text/pipes.md", pipes);
        Put("needs-password.pdf", TinyPdf.Encrypted("secret"));
        Put("empty-password.pdf", TinyPdf.Encrypted(""));
        Put("cut.pdf", song.AsSpan(0, song.Length / 2));
        Put("mended.pdf", TinyPdf.CutOff());
        Put("lost-line.pdf", TinyPdf.WithoutFont());
        Put("empty.pdf", []);
        Put("empty.txt", []);
        Put("report.tif", song);
        Put("bomb.pdf", TinyPdf.WithImage(12_000));
        Put("drawing-bomb.pdf", TinyPdf.WithDrawing(10_000_000_000));
        Put("no-pages.pdf", TinyPdf.WithoutPages());
        Put("million-pages.pdf", TinyPdf.WithCount(1_000_000));
        Put("nul.txt", "政府信息\0公开"u8);
        Put(LongName, pipes);
        Put(Vanishing, pipes);
        Put(@"x\..\..\outside.txt", pipes);
        Put("closed/report.txt", pipes);
        File.SetUnixFileMode(Path.Combine(Inbox, "closed"), UnixFileMode.None);
        Put("closed.txt", pipes);
        File.SetUnixFileMode(Path.Combine(Inbox, "closed.txt"), UnixFileMode.None);
    }

    private void PutImages()
    {
        Put("picture.pdf", TinyImage.Png(600, 800, TinyImage.Grey, TinyImage.BlackPixels(600, 800, TinyImage.Grey)));
        Put("huge.png", TinyImage.Png(50_000, 50_000));
        Put("huge.tif", TinyImage.Tiff(50_000, 50_000));
        // Below the maximum of pixels.
        Put("bomb.png", TinyImage.Png(9_000, 9_000, TinyImage.ColourAndAlpha, TinyImage.BlackPixels(9_000, 9_000, TinyImage.ColourAndAlpha)));
        Put("dot.png", TinyImage.Png(1, 1, TinyImage.Grey, TinyImage.BlackPixels(1, 1, TinyImage.Grey)));
    }

    private void PutLinks()
    {
        Directory.CreateSymbolicLink(Path.Combine(Inbox, "good", "loop"), "..");
        File.CreateSymbolicLink(Path.Combine(Inbox, "left.txt"), "right.txt");
        File.CreateSymbolicLink(Path.Combine(Inbox, "right.txt"), "left.txt");
        File.CreateSymbolicLink(Path.Combine(Inbox, "nowhere.txt"), "not-there.txt");
    }

    private void Put(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.Combine(Inbox, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }
}
