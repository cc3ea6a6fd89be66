using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;
using static GovReportIngest.Cli.Store.StoreAnswer;

namespace GovReportIngest.Cli.Store;

/// <summary>What came of a backup or of its restoration.</summary>
internal static class CopyText
{
    /// <returns>The exit code: 5 where the copied store was damaged.</returns>
    public static int Tell(CopyResult result, bool asJson, Tongue tongue)
    {
        var json = new CopyJson("govreport.copy/1", result.Defects.Count == 0, result.Blobs, result.Copied, StoreAnswer.JsonOf(result.Defects));
        StoreAnswer.Tell(asJson, json, output => Write(output, result, tongue));
        return (int)StoreAnswer.ExitOf(result.Defects);
    }

    private static void Write(TextWriter output, CopyResult result, Tongue tongue)
    {
        StoreAnswer.WriteDefects(output, result.Defects);
        output.WriteLine(tongue[
            $"Database and {Number(result.Blobs)} blobs, {Number(result.Copied)} of them copied now and checked; {Number(result.Defects.Count)} damaged",
            $"数据库和 {Number(result.Blobs)} 个数据块，其中本次复制并校验 {Number(result.Copied)} 个，损坏 {Number(result.Defects.Count)} 个"]);
    }
}
