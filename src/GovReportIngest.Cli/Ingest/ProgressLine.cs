using System.Globalization;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Ingest;

/// <summary>One line on standard error, redrawn in place: bar, documents, time left. Time is estimated from bytes done.</summary>
internal sealed class ProgressLine(TextWriter terminal, Tongue tongue, TimeProvider time) : IBatchProgress
{
    private const int BarWidth = 24;
    private readonly Lock drawing = new();
    private long began;
    private int total;
    private long totalBytes;

    /// <summary>Silent where nobody sees a redrawn line: for machines, and where standard error is no terminal.</summary>
    public static IBatchProgress OrSilent(IngestSettings settings, Tongue tongue, TimeProvider time) =>
        OrSilent(settings.Json, tongue, time);

    public static IBatchProgress OrSilent(bool asJson, Tongue tongue, TimeProvider time) =>
        asJson || Console.IsErrorRedirected ? new SilentProgress() : new ProgressLine(Console.Error, tongue, time);

    public void Started(int documents, long bytes)
    {
        (began, total, totalBytes) = (time.GetTimestamp(), documents, Math.Max(1, bytes));
        Draw(0, 0, "");
    }

    public void Finished(string path, int documents, long bytes)
    {
        lock (drawing)
            Draw(documents, bytes, path);
    }

    public void Ended() => terminal.Write("\r\u001b[K");

    private void Draw(int done, long bytes, string path)
    {
        var share = Math.Clamp((double)bytes / totalBytes, 0, 1);
        var filled = (int)Math.Round(share * BarWidth);
        terminal.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r\u001b[K{new string('█', filled)}{new string('░', BarWidth - filled)} {done}/{total} {Left(share)} {Shorten(path)}"));
        terminal.Flush();
    }

    private string Left(double share)
    {
        if (share <= 0)
            return "";
        var left = time.GetElapsedTime(began) / share * (1 - share);
        var clock = left.TotalHours >= 1
            ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
            : left.ToString(@"m\:ss", CultureInfo.InvariantCulture);
        return tongue[$"{clock} left", $"剩余 {clock}"];
    }

    private static string Shorten(string path) => path.Length <= 36 ? path : "…" + path[^35..];
}
