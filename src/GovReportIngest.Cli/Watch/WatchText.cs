using System.Globalization;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage.Arrivals;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Watch;

/// <summary>A line for every document that was read, and for what needs somebody's eye; deliveries are only counted.</summary>
internal sealed class WatchText(TextWriter output, Tongue tongue, TimeProvider time) : IWatchTeller
{
    public void Tell(WatchEvent happened)
    {
        switch (happened)
        {
            case WatchEvent.Taken(var folder, var deliveries):
                Line("+", tongue[$"{deliveries} taken in from {folder}", $"从 {folder} 收进 {deliveries} 份"]);
                break;
            case WatchEvent.Registered { Document: { Standing: Standing.Twin or Standing.Known, DocumentId: var id } } known:
                Line("=", tongue[$"{known.Path}: there already, as document {id}", $"{known.Path}：已有相同内容，文件编号 {id}"]);
                break;
            case WatchEvent.Registered { Document: { Replaced: { } older, DocumentId: var id } } changed:
                Line("+", tongue[$"{changed.Path}: document {id}, in place of {older}", $"{changed.Path}：文件编号 {id}，取代 {older}"]);
                break;
            case WatchEvent.Refused(var path, var reason):
                Line("✗", tongue[$"{path}: refused. {reason}", $"{path}：未收。{reason}"]);
                break;
            case WatchEvent.Settled { Verdict: Verdict.Failed, Target: { } target } failed:
                Line("✗", tongue[$"{Path.GetFileName(failed.Location)} → {target}", $"{Path.GetFileName(failed.Location)} → {target}"]);
                break;
            case WatchEvent.Hindered(var folder, var reason):
                Line("!", tongue[$"{folder}: {reason} It is tried again.", $"{folder}：{reason} 将再次尝试。"]);
                break;
            default:
                break;
        }
    }

    public void Tell(ProcessingEvent happened)
    {
        switch (happened)
        {
            case ProcessingEvent.Read(var result, var elapsed):
                TellRead(result, elapsed);
                break;
            case ProcessingEvent.SetAside aside:
                Line("✗", tongue[$"{aside.Document.DocumentId}  {aside.Document.Path}: its bytes in the store are damaged; govreport verify names them", $"{aside.Document.DocumentId}  {aside.Document.Path}：存储的内容已损坏，详见 govreport verify"]);
                break;
            case ProcessingEvent.Stalled(var reason):
                Line("!", tongue[$"{reason} Work goes on when that is mended.", $"{reason} 恢复后自动继续。"]);
                break;
            default:
                break;
        }
    }

    private void TellRead(ReadingResult result, TimeSpan elapsed)
    {
        if (result.Recorded is Recorded.Refused)
            return;
        var counts = ReadCounts.Of(result);
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Line(StateMarks.Of(counts.State), tongue[
            $"{result.Document.DocumentId}  {result.Document.Path}  {counts.Fields} fields, {counts.Open} to be reviewed, {counts.Findings} findings  {seconds} s",
            $"{result.Document.DocumentId}  {result.Document.Path}  字段 {counts.Fields}，待核 {counts.Open}，勾稽不符 {counts.Findings}  {seconds} 秒"]);
    }

    private void Line(string mark, string text)
    {
        var line = TerminalText.Printable(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss}Z {mark} {text}"));
        lock (output)
            output.WriteLine(line);
    }
}
