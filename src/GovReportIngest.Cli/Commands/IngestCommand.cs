using System.CommandLine;
using GovReportIngest.Cli.Estimate;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport ingest PATH… --out DIR</c>, and <c>govreport ingest PATH… --estimate</c>.</summary>
internal static class IngestCommand
{
    public static Command Create(Tongue tongue)
    {
        var command = new Command("ingest", tongue["Turn reports into records", "把报告转换成结构化记录"]);
        var options = new IngestOptions(tongue);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => options.IsEstimate(parsed)
            ? new EstimateRun(tongue, TimeProvider.System).RunAsync(options.Read(parsed), cancellation)
            : new IngestRun(tongue, TimeProvider.System).RunAsync(options.Read(parsed), cancellation));
        return command;
    }
}
