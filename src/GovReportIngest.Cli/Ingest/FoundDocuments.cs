using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The documents below the paths of a command; that there are none is told as a mistake of the call.</summary>
internal static class FoundDocuments
{
    /// <exception cref="CommandFailure">The paths hold nothing to ingest.</exception>
    public static IReadOnlyList<SourceEntry> Below(IngestSettings settings, Tongue tongue)
    {
        var entries = new SourceCollector(settings.DocumentPer, settings.Out.Length == 0 ? null : settings.Out).Discover(settings.Paths);
        return entries.Count > 0 ? entries : throw new CommandFailure(ExitCode.Usage,
            tongue["There is nothing to ingest in the given paths.", "给定路径中没有可处理的文件。"],
            tongue["Give files or folders that hold reports.", "请给出含有报告的文件或文件夹。"]);
    }
}
