using System.Globalization;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Overlay;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Ingest;

/// <summary>Where <c>--debug-images</c> puts its pictures: <c>&lt;path of the source&gt;.page-&lt;number&gt;.png</c>, of a second report in it <c>#2.page-…</c>.</summary>
internal sealed class PictureFiles(string folder, Tongue tongue)
{
    private int written;
    private int undrawn;

    /// <summary>Null where no pictures are asked for.</summary>
    /// <exception cref="CommandFailure">The pictures would become sources of the next run, or cannot be written there.</exception>
    public static PictureFiles? Of(IngestSettings settings, Tongue tongue)
    {
        if (settings.DebugImages is not { } folder)
            return null;
        if (settings.Paths.Any(path => IsInside(folder, Path.GetFullPath(path))) && !IsInside(folder, settings.Out))
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"The pictures would lie among the sources: {folder}.", $"图片会与源文件混在一起：{folder}。"],
                tongue["Give a folder outside of the sources to --debug-images.", "请为 --debug-images 指定源文件夹以外的位置。"]);
        var pictures = new PictureFiles(folder, tongue);
        pictures.Guard(folder, () =>
        {
            var trial = Path.Combine(folder, $".{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}");
            RecordFiles.WriteAtomically(trial, []);
            RecordFiles.RemoveStaleTemporaries(folder);
        });
        return pictures;
    }

    public Action<PagePicture> For(SourceDocument source) => picture =>
    {
        if (picture.Png is null)
        {
            Interlocked.Increment(ref undrawn);
            return;
        }

        var suffix = string.Create(CultureInfo.InvariantCulture, $".page-{picture.SourcePage}.png");
        var file = Path.Combine(folder, RecordFiles.RelativePathOf(source.Path, source.Sha256, picture.Part, suffix));
        Guard(file, () => RecordFiles.WriteAtomically(file, picture.Png));
        Interlocked.Increment(ref written);
    };

    public void Tell(TextWriter output, IReadOnlyList<DocumentResult> results)
    {
        var texts = results.Count(result => result.Record.Pages.Any(page => page.Read == PageReading.Text));
        output.WriteLine(tongue[$"{written} page pictures → {folder}", $"页面图 {written} 张 → {folder}"]);
        if (texts > 0)
            output.WriteLine(tongue[$"  {texts} text files have no pages to draw", $"  {texts} 份文本文件没有可画的页面"]);
        if (undrawn > 0)
            output.WriteLine(tongue[$"  {undrawn} pages could not be drawn", $"  {undrawn} 页无法绘制"]);
    }

    private void Guard(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"A page picture cannot be written to {file}: {wrong.Message}", $"页面图无法写入 {file}：{wrong.Message}"],
                tongue["Give a folder with rights and free space to --debug-images. Finished records are complete.", "请为 --debug-images 指定有权限且空间足够的文件夹。已完成的记录是完整的。"]);
        }
    }

    private static bool IsInside(string path, string folder) =>
        (path + '/').StartsWith(Path.TrimEndingDirectorySeparator(folder) + '/', StringComparison.Ordinal);
}
