using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Estimate;

/// <summary>A forecast in words.</summary>
internal sealed class EstimateText(TextWriter output, Tongue tongue)
{
    private const decimal Night = 8;

    public void Write(Forecast forecast, int workers, TimeSpan taken)
    {
        output.WriteLine(tongue[
            $"{Count(forecast.Documents)} documents, {Bytes(forecast.Bytes)}; {forecast.Sampled} of them read in {Seconds(taken)} s to estimate the rest:",
            $"共 {Count(forecast.Documents)} 份文件，{Bytes(forecast.Bytes)}；抽样读取 {forecast.Sampled} 份，用时 {Seconds(taken)} 秒，据此估算："]);
        output.WriteLine();
        WriteKinds(forecast);
        output.WriteLine();
        WriteTime(forecast, workers);
        output.WriteLine(tongue[
            $"Records: about {Bytes((long)forecast.RecordBytes)}. To review: about {Count(forecast.DocumentsToReview)} documents, {Count(forecast.FieldsToReview)} fields.",
            $"记录约 {Bytes((long)forecast.RecordBytes)}；待人工核对约 {Count(forecast.DocumentsToReview)} 份文件、{Count(forecast.FieldsToReview)} 个字段。"]);
        if (forecast.IsLowerBound)
            output.WriteLine(tongue[
                "Sampling took too long for some documents: it may take more than this.", "部分文件抽样耗时过长，未能读完：实际用时可能更多。"]);
    }

    private void WriteKinds(Forecast forecast)
    {
        string[] headings =
        [
            tongue["kind", "类型"], tongue["documents", "文件数"], tongue["size", "大小"], tongue["sampled", "抽样"],
            tongue["pages", "页数"], tongue["CPU s/page", "处理器秒/页"],
        ];
        IReadOnlyList<string>[] rows =
        [
            .. forecast.Kinds.Select(kind => (IReadOnlyList<string>)
            [
                NameOf(kind.Kind), Count(kind.Documents), Bytes(kind.Bytes), Count(kind.Sampled), "≈ " + Count(kind.Pages),
                kind.Pages == 0 ? "–" : (kind.CpuSeconds / kind.Pages).ToString("0.00", CultureInfo.InvariantCulture),
            ]),
        ];
        TextColumns.Write(output, headings, rows, new HashSet<int> { 1, 2, 3, 4, 5 });
    }

    private void WriteTime(Forecast forecast, int workers)
    {
        var (all, here) = (forecast.HoursOn(1), forecast.HoursOn(workers));
        output.WriteLine(tongue[
            $"{Hours(all.Likely)} of processor time ({Hours(all.Low)} – {Hours(all.High)}).",
            $"共需处理器时间 {Hours(all.Likely)}（{Hours(all.Low)} – {Hours(all.High)}）。"]);
        output.WriteLine(tongue[
            $"With {workers} workers here: {Hours(here.Likely)} ({Hours(here.Low)} – {Hours(here.High)}).",
            $"本机使用 {workers} 个工作进程：{Hours(here.Likely)}（{Hours(here.Low)} – {Hours(here.High)}）。"]);
        output.WriteLine(tongue[
            $"Cores like these for a night of {Night} hours: {forecast.CoresFor(Night)}; for one hour: {forecast.CoresFor(1)}.",
            $"同类处理器核数：{Night} 小时（一夜）内完成需 {forecast.CoresFor(Night)} 个，1 小时内完成需 {forecast.CoresFor(1)} 个。"]);
    }

    private string NameOf(string kind) => kind switch
    {
        "pdf" => "PDF",
        "images" => tongue["images", "图像"],
        "text" => tongue["text", "文本"],
        _ => tongue["other", "其他"],
    };

    private string Hours(decimal hours) => hours switch
    {
        >= 1 => hours.ToString("0.0", CultureInfo.InvariantCulture) + tongue[" h", " 小时"],
        >= 1 / 60m => (hours * 60).ToString("0.0", CultureInfo.InvariantCulture) + tongue[" min", " 分钟"],
        _ => (hours * 3600).ToString("0.0", CultureInfo.InvariantCulture) + tongue[" s", " 秒"],
    };

    private static string Count(decimal number) => Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan taken) => taken.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9m).ToString("0.0", CultureInfo.InvariantCulture) + " GB",
        >= 1_000_000 => (bytes / 1e6m).ToString("0.0", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e3m).ToString("0.0", CultureInfo.InvariantCulture) + " kB",
    };
}
