using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Watch;

/// <summary>A JSON object a line.</summary>
internal sealed class WatchLines(TextWriter output, TimeProvider time) : IWatchTeller
{
    public void Tell(WatchEvent happened)
    {
        var line = happened switch
        {
            WatchEvent.Registered { Document.Standing: Standing.New } registered => Line("registered") with
            {
                Path = registered.Path, Document = registered.Document.DocumentId, Replaces = registered.Document.Replaced,
            },
            WatchEvent.Registered known => Line("duplicate") with { Path = known.Path, Document = known.Document.DocumentId },
            WatchEvent.Refused refused => Line("refused") with { Path = refused.Path, Reason = refused.Reason },
            WatchEvent.Settled settled => Line("settled") with
            {
                Path = settled.Location, Verdict = settled.Verdict.ToString().ToLowerInvariant(), Reason = settled.Reason, Target = settled.Target,
            },
            WatchEvent.Hindered hindered => Line("hindered") with { Path = hindered.Folder, Reason = hindered.Reason },
            _ => null,
        };
        Write(line);
    }

    public void Tell(ProcessingEvent happened) => Write(happened switch
    {
        ProcessingEvent.Read read => LineOf(read.Result),
        ProcessingEvent.SetAside aside => Line("damaged") with { Path = aside.Document.Path, Document = aside.Document.DocumentId, Reason = aside.Reason },
        ProcessingEvent.Stalled stalled => Line("hindered") with { Reason = stalled.Reason },
        _ => null,
    });

    private WatchLine LineOf(ReadingResult result)
    {
        var counts = ReadCounts.Of(result);
        return Line("read") with
        {
            Path = result.Document.Path, Document = result.Document.DocumentId, Outcome = counts.State, Fields = counts.Fields, Open = counts.Open, Findings = counts.Findings,
        };
    }

    private WatchLine Line(string happened) => new(time.GetUtcNow(), happened);

    private void Write(WatchLine? line)
    {
        if (line is null)
            return;
        lock (output)
            output.WriteLine(WatchJson.Write(line));
    }
}
