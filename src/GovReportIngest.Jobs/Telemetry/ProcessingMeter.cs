using System.Diagnostics.Metrics;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Telemetry;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Telemetry;

/// <summary>Counts what was read: documents, pages, fields and those that are asked about. docs/operations.md lists the names.</summary>
public static class ProcessingMeter
{
    private static readonly Counter<long> Documents = JourneyTelemetry.Meter.CreateCounter<long>("govreport.documents", "{document}", "Documents read, by their state");
    private static readonly Histogram<double> Seconds = JourneyTelemetry.Meter.CreateHistogram<double>("govreport.document.duration", "s", "Time from the claim of a document to its records being stored");
    private static readonly Counter<long> Pages = JourneyTelemetry.Meter.CreateCounter<long>("govreport.pages", "{page}", "Pages read, by where their text came from");
    private static readonly Counter<long> Fields = JourneyTelemetry.Meter.CreateCounter<long>("govreport.fields", "{field}", "Fields of the records");
    private static readonly Counter<long> Flagged = JourneyTelemetry.Meter.CreateCounter<long>("govreport.fields.flagged", "{field}", "Fields of which a person is asked");
    private static readonly Counter<long> Stalls = JourneyTelemetry.Meter.CreateCounter<long>("govreport.stalls", "{stall}", "Times that the store or the out folder could not be written");

    public static void Count(ProcessingEvent happened)
    {
        switch (happened)
        {
            case ProcessingEvent.Read read:
                Count(read);
                break;
            case ProcessingEvent.SetAside:
                Documents.Add(1, Tag("state", "damaged"));
                break;
            case ProcessingEvent.Stalled:
                Stalls.Add(1);
                break;
        }
    }

    private static void Count(ProcessingEvent.Read read)
    {
        List<ReportRecord> records = [.. read.Result.Files.Select(file => file.Record)];
        Documents.Add(1, Tag("state", WorkStates.CodeOf(WorkStates.Of(records.Select(record => record.Outcome)))));
        Seconds.Record(read.Elapsed.TotalSeconds);
        foreach (var (reading, count) in records.SelectMany(record => record.Pages).CountBy(page => page.Read))
            Pages.Add(count, Tag("read", Codes.Of(reading)));
        Fields.Add(records.Sum(record => record.Fields.Count));
        Flagged.Add(records.Sum(record => record.Fields.Count(field => field.Value.Review is ReviewState.Open)));
    }

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
