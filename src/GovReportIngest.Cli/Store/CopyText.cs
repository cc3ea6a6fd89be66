using System.Globalization;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Store;

/// <summary>What came of a backup or of its restoration.</summary>
internal static class CopyText
{
    /// <returns>The exit code: 5 where the copied store was damaged.</returns>
    public static int Tell(CopyResult result, bool asJson, Tongue tongue)
    {
        if (asJson)
            Console.Out.WriteLine(StoreJson.Write(new CopyJson(
                "govreport.copy/1", result.Defects.Count == 0, result.Blobs, result.Copied, [.. result.Defects.Select(defect => new DefectJson(defect.Code, defect.Detail))])));
        else
            Write(Console.Out, result, tongue);
        return (int)(result.Defects.Count == 0 ? ExitCode.Done : ExitCode.StoreUnavailable);
    }

    private static void Write(TextWriter output, CopyResult result, Tongue tongue)
    {
        string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
        foreach (var defect in result.Defects)
            output.WriteLine($"✗ {defect.Code}: {TerminalText.Printable(defect.Detail)}");
        output.WriteLine(tongue[
            $"Database and {Number(result.Blobs)} blobs, {Number(result.Copied)} of them copied now and checked; {Number(result.Defects.Count)} damaged",
            $"数据库和 {Number(result.Blobs)} 个数据块，其中本次复制并校验 {Number(result.Copied)} 个，损坏 {Number(result.Defects.Count)} 个"]);
    }
}
