using System.CommandLine;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Store;

/// <summary>What the verbs over a store have in common.</summary>
internal static class StoreOptions
{
    public static Option<string> Data(Tongue tongue) => new("--data") { Required = true, Description = tongue["Folder of the store", "数据文件夹"] };

    public static Option<bool> Json(Tongue tongue) => new("--json") { Description = tongue["Print JSON", "以 JSON 输出"] };

    public static Option<int> Workers(Tongue tongue) => new("--workers", "-w")
    {
        DefaultValueFactory = _ => Environment.ProcessorCount, Description = tongue["Documents read at the same time (as many as cores)", "同时处理的文件数（默认等于处理器核数）"],
    };

    public static Option<int> Limit(Tongue tongue)
    {
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => 50, Description = tongue["Rows at most", "最多行数"] };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit: at least 1");
        });
        return limit;
    }

    /// <exception cref="StoreException">There is no store that can be read.</exception>
    public static Task<ReportStore> OpenAsync(string folder, CancellationToken cancellation) =>
        StoreFolder.OpenReadOnlyAsync(Path.GetFullPath(folder), Installation.LoadedForms, TimeProvider.System, cancellation);
}
