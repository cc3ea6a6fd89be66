using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;
using static GovReportIngest.Cli.Store.StoreAnswer;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport verify --data DIR</c>: hashes every blob again and checks every reference.</summary>
internal static class VerifyCommand
{
    private const int Every = 1000;

    public static Command Create(Tongue tongue)
    {
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var command = new Command("verify", tongue["Check a store for damage", "检查数据文件夹是否完好"]) { data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            var isQuiet = parsed.GetValue(json) || Console.IsErrorRedirected;
            var result = await store.Verification.RunAsync(read => Tell(isQuiet ? TextWriter.Null : Console.Error, tongue, read), cancellation);
            StoreAnswer.Tell(parsed.GetValue(json), JsonOf(result), output => Write(output, tongue, result));
            return (int)ExitOf(result.Defects);
        });
        return command;
    }

    internal static void Write(TextWriter output, Tongue tongue, VerificationResult result)
    {
        WriteDefects(output, result.Defects);
        output.WriteLine(tongue[
            $"{Number(result.Blobs)} blobs hashed, {Number(result.Records)} records compared with their rows, {Number(result.Unused)} unused blobs",
            $"已校验数据块 {Number(result.Blobs)} 个，已比对记录 {Number(result.Records)} 份，未被引用的数据块 {Number(result.Unused)} 个"]);
        output.WriteLine(result.Defects.Count == 0
            ? tongue["The store is sound.", "数据文件夹完好。"]
            : tongue[$"{Number(result.Defects.Count)} defects.\n  → {StoreRemedies.Of(StoreFault.Damaged, tongue)}", $"发现 {Number(result.Defects.Count)} 处损坏。\n  → {StoreRemedies.Of(StoreFault.Damaged, tongue)}"]);
    }

    private static void Tell(TextWriter output, Tongue tongue, long read)
    {
        if (read % Every == 0)
            output.WriteLine(tongue[$"… {read} blobs", $"…… {read} 个数据块"]);
    }

    private static VerificationJson JsonOf(VerificationResult result) => new(
        "govreport.verification/1", result.Defects.Count == 0, result.Blobs, result.Records, result.Unused,
        StoreAnswer.JsonOf(result.Defects));
}
