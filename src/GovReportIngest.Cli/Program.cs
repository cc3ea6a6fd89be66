using GovReportIngest.Cli;

return await CommandLine.RunAsync(args);
