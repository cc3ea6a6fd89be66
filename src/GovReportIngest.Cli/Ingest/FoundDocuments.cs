using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The documents below the paths of a command; that there are none is told as a mistake of the call.</summary>
internal static class FoundDocuments
{
    /// <exception cref="CommandFailure">The paths hold nothing to ingest.</exception>
    public static IReadOnlyList<SourceEntry> Below(IngestSettings settings, Tongue tongue)
    {
        var entries = new SourceCollector(settings.DocumentPer, settings.WrittenFolders).Discover(settings.Paths);
        return entries.Count > 0 ? entries : throw new CommandFailure(ExitCode.Usage,
            tongue["There is nothing to ingest in the given paths.", "给定路径中没有可处理的文件。"],
            tongue["Give files or folders that hold reports.", "请给出含有报告的文件或文件夹。"]);
    }

    /// <summary>The same, where something is written for each: no two may share a name.</summary>
    /// <exception cref="CommandFailure">The paths hold nothing to ingest, or two of one name.</exception>
    public static IReadOnlyList<SourceEntry> ToWrite(IngestSettings settings, Tongue tongue)
    {
        var entries = Below(settings, tongue);
        try
        {
            RecordFiles.RefuseClashes(entries.Select(entry => entry.Path));
        }
        catch (OutputClashException clash)
        {
            throw new CommandFailure(ExitCode.Usage, clash.Message, tongue["Nothing was processed.", "未处理任何文件。"]);
        }

        return entries;
    }
}
