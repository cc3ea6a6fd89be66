using System.CommandLine;
using GovReportIngest.Cli.Agencies;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Agencies;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport agency …</c>: the register of agencies whose reports are collected.</summary>
internal static class AgencyCommand
{
    public static Command Create(Tongue tongue) => new("agency", tongue["Register of agencies", "机构名录"]) { Import(tongue) };

    private static Command Import(Tongue tongue)
    {
        var file = new Argument<FileInfo>("file") { Description = tongue["CSV with the agencies", "机构名录 CSV 文件"] };
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var command = new Command("import", tongue["Import the register of agencies, in place of the one before", "导入机构名录，取代原有名录"]) { file, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var register = await ReadAsync(parsed.GetValue(file)!, tongue, cancellation);
            await using var store = await StoreFolder.OpenAsync(Path.GetFullPath(parsed.GetValue(data)!), Installation.LoadedForms, TimeProvider.System, cancellation);
            var compared = 0L;
            await store.Agencies.ImportAsync(register, count => compared = count, cancellation);
            await store.Audit.WriteAsync("agencies-imported", $"{register.Agencies.Count}", cancellation);
            var coverage = (await store.Agencies.CoverAsync(new(), cancellation))!;
            var result = new ImportJson("govreport.agencies/1", register.Agencies.Count, compared, [.. coverage.Unknown.Select(name => new UnknownJson(name.Name, name.Records))]);
            StoreAnswer.Tell(parsed.GetValue(json), result, output =>
            {
                output.WriteLine(tongue[$"{register.Agencies.Count} agencies; {compared} documents compared with them", $"机构 {register.Agencies.Count} 个，已比对文件 {compared} 份"]);
                CoverageText.WriteUnknown(output, tongue, coverage.Unknown);
            });
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task<AgencyRegister> ReadAsync(FileInfo file, Tongue tongue, CancellationToken cancellation)
    {
        if (!file.Exists)
            throw new CommandFailure(ExitCode.Usage, tongue[$"There is no file {file}.", $"没有文件 {file}。"], tongue["Give the CSV of the register.", "请给出机构名录 CSV 文件。"]);
        try
        {
            var register = AgencyRegisterFile.Read(await File.ReadAllBytesAsync(file.FullName, cancellation));
            return register.Agencies.Count > 0 ? register : throw new AgencyRegisterException(RegisterFault.Missing, 2, "id");
        }
        catch (AgencyRegisterException wrong)
        {
            throw new CommandFailure(ExitCode.Usage, $"{file}:{wrong.Line}: {RegisterFaults.Of(wrong, tongue)}", tongue["Correct the register; nothing was imported.", "请更正名录；尚未导入任何内容。"]);
        }
    }
}
