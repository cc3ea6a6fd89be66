using System.CommandLine;
using System.Diagnostics;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Archives;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport catalogue import FILE --data DIR</c>: what the archive's own catalogue says of the documents of a store.</summary>
internal static class CatalogueCommand
{
    private const int MostCodes = 20;

    public static Command Create(Tongue tongue) => new("catalogue", tongue["Catalogue of an archive", "档案目录"]) { Import(tongue) };

    private static Command Import(Tongue tongue)
    {
        var file = new Argument<FileInfo>("file") { Description = tongue["CSV or workbook with the catalogue", "档案目录文件（CSV 或 XLSX）"] };
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var command = new Command("import", tongue["Take in what the catalogue of an archive says of documents", "导入档案目录著录项"]) { file, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var catalogue = await ReadAsync(parsed.GetValue(file)!, tongue, cancellation);
            await using var store = await StoreFolder.OpenAsync(Path.GetFullPath(parsed.GetValue(data)!), Installation.LoadedForms, TimeProvider.System, cancellation);
            var import = await store.Catalogue.ImportAsync(catalogue, cancellation);
            await store.Audit.WriteAsync("catalogue-imported", $"{import.Matched}", cancellation);
            StoreAnswer.Tell(parsed.GetValue(json), new CatalogueJson("govreport.catalogue/1", import.Matched, import.Unmatched, import.Ambiguous, import.Without, catalogue.LeftOut), output => Write(output, tongue, catalogue, import));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task<Catalogue> ReadAsync(FileInfo file, Tongue tongue, CancellationToken cancellation)
    {
        if (!file.Exists)
            throw new CommandFailure(ExitCode.Usage, tongue[$"There is no file {file}.", $"没有文件 {file}。"], tongue["Give the catalogue as CSV or XLSX.", "请给出 CSV 或 XLSX 格式的目录。"]);
        try
        {
            return Catalogue.Read(await File.ReadAllBytesAsync(file.FullName, cancellation));
        }
        catch (CatalogueException wrong)
        {
            throw new CommandFailure(ExitCode.Usage, TerminalText.Printable($"{file}:{wrong.Row}: {Explain(wrong, tongue)}"), tongue["Correct the catalogue; nothing was imported.", "请更正目录；尚未导入任何内容。"]);
        }
    }

    private static string Explain(CatalogueException wrong, Tongue tongue) => wrong.Fault switch
    {
        CatalogueFault.Unreadable => tongue[$"this is neither CSV nor a workbook ({wrong.Subject})", $"不是有效的 CSV 或工作簿（{wrong.Subject}）"],
        CatalogueFault.Missing => tongue[$"{wrong.Subject} (archival_code) is missing", $"缺少 {wrong.Subject}"],
        CatalogueFault.SameColumn => tongue[$"two columns mean the same: {wrong.Subject}", $"列重复：{wrong.Subject}"],
        CatalogueFault.SameCode => tongue[$"{wrong.Subject} stands twice", $"档号重复：{wrong.Subject}"],
        _ => throw new UnreachableException(),
    };

    private static void Write(TextWriter output, Tongue tongue, Catalogue catalogue, CatalogueImport import)
    {
        output.WriteLine(tongue[$"{StoreAnswer.Counted(import.Matched, "document")} of {StoreAnswer.Counted(catalogue.Rows.Count, "row")} catalogued", $"目录 {catalogue.Rows.Count} 条，对应文件 {import.Matched} 份"]);
        WriteCodes(output, tongue["rows that no document is meant by:", "没有对应文件的条目："], import.Unmatched);
        WriteCodes(output, tongue["rows that do not say which of several documents is meant (give its path as file):", "不能唯一确定文件的条目（请在“文件路径”列写明）："], import.Ambiguous);
        if (catalogue.LeftOut.Count > 0)
            output.WriteLine(TerminalText.Printable(tongue[$"columns that are not taken in: {string.Join(", ", catalogue.LeftOut)}", $"未采用的列：{string.Join("、", catalogue.LeftOut)}"]));
        if (import.Without > 0)
            output.WriteLine(tongue[$"without an entry: {StoreAnswer.Counted(import.Without, "document")}", $"尚无目录著录的文件 {import.Without} 份"]);
    }

    private static void WriteCodes(TextWriter output, string heading, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
            return;
        output.WriteLine(heading);
        foreach (var code in codes.Take(MostCodes))
            output.WriteLine($"  {TerminalText.Printable(code)}");
        if (codes.Count > MostCodes)
            output.WriteLine($"  … +{codes.Count - MostCodes} (--json)");
    }
}
