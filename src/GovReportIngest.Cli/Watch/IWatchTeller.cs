using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Cli.Watch;

/// <summary>Tells what happens: in words for people, as JSON for machines. Called from several threads.</summary>
internal interface IWatchTeller
{
    void Tell(WatchEvent happened);

    void Tell(ProcessingEvent happened);
}
