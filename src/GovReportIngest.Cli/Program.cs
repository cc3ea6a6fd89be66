using GovReportIngest.Cli;
using GovReportIngest.Reading;
using GovReportIngest.Reading.Worker;

// The hidden verb of worker processes comes first: nothing may touch the console before it takes standard output over.
return args is ["worker"]
    ? await WorkerMain.RunAsync(() => new DocumentReader(new ReadingOptions()), CancellationToken.None)
    : await CommandLine.RunAsync(args);
