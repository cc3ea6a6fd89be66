using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Processing;

/// <summary>The out folder: the files of a document appear whole, and those of reports that it no longer has go.</summary>
/// <param name="folder">Made when it is needed.</param>
/// <param name="isAlsoCsv">The fields are written as a table as well.</param>
/// <param name="isExcelSafe">So that Excel opens the table rightly.</param>
public sealed class RecordFolder(string folder, bool isAlsoCsv = false, bool isExcelSafe = false)
{
    /// <summary>Where the record of a report is, or would be.</summary>
    /// <param name="sourcePath">Of the document.</param>
    /// <param name="sha256">Of the document; empty where it could not be read.</param>
    /// <param name="part">Of the document, from 1.</param>
    public string PathOf(string sourcePath, string sha256, int part) => Path.Combine(folder, RecordFiles.RelativePathOf(sourcePath, sha256, part));

    public async Task WriteAsync(string sourcePath, string sha256, IReadOnlyList<RecordFile> files, CancellationToken cancellation)
    {
        foreach (var stale in await ExistingRecord.FindStalePartsAsync(part => PathOf(sourcePath, sha256, part), sourcePath, files.Count, cancellation))
            File.Delete(stale);
        for (var part = 1; part <= files.Count; part++)
            RecordFiles.WriteAtomically(PathOf(sourcePath, sha256, part), files[part - 1].Bytes.Span);
        if (isAlsoCsv)
            RecordFiles.WriteAtomically(
                Path.Combine(folder, RecordFiles.RelativePathOf(sourcePath, files[0].Record.Source.Sha256, suffix: ".csv")),
                new RecordCsv(isExcelSafe).Write([.. files.Select(file => file.Record)]));
    }
}
