using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>Whether a record from an earlier run is what this run would write again.</summary>
public static class ExistingRecord
{
    /// <summary>
    /// The record at <paramref name="path"/> if it has the same source bytes and was made by the same engine with a form
    /// definition that is still in force, and met no limit; else null.
    /// </summary>
    /// <param name="formHashes">Hashes of the form definitions in use now.</param>
    public static async Task<ReportRecord?> FindCurrentAsync(
        string path, string sha256, EngineVersions engine, IReadOnlyCollection<string> formHashes, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var record = RecordJson.Read(await File.ReadAllBytesAsync(path, cancellation));
            return IsCurrent(record, sha256, engine, formHashes) ? record : null;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a record is what this run would make again, and met no limit.</summary>
    public static bool IsCurrent(ReportRecord record, string sha256, EngineVersions engine, IReadOnlyCollection<string> formHashes) =>
        record.Source.Sha256 == sha256 && IsOf(record.Engine, engine, formHashes) && !MayPass(record);

    /// <summary>Whether a record of the first engine would be made by the second as well.</summary>
    public static bool IsOf(EngineVersions recorded, EngineVersions now, IReadOnlyCollection<string> formHashes) =>
        IsSame(recorded, now) && (recorded.Form is not { } form || formHashes.Contains(form));

    /// <summary>Whether the document met a limit or a fault, and may be read better another time.</summary>
    public static bool MayPass(ReportRecord record) => record.Problems.Any(problem => MayPass(problem.Category));

    /// <summary>
    /// The records of all reports of a source, of which every one is current (see <see cref="FindCurrentAsync"/>); null where one
    /// is not, or is not there.
    /// </summary>
    /// <param name="pathOfPart">Where the record of part 1, 2, … is.</param>
    public static async Task<IReadOnlyList<ReportRecord>?> FindAllCurrentAsync(
        Func<int, string> pathOfPart, string sha256, EngineVersions engine, IReadOnlyCollection<string> formHashes, CancellationToken cancellation)
    {
        var found = new List<ReportRecord>();
        do
        {
            var part = found.Count + 1;
            if (await FindCurrentAsync(pathOfPart(part), sha256, engine, formHashes, cancellation) is not { } record
                || record.Source.Part != part || (part > 1 && record.Source.Parts != found[0].Source.Parts))
                return null;
            found.Add(record);
        }
        while (found.Count < found[0].Source.Parts);

        return found;
    }

    /// <summary>
    /// Paths of records of later parts of a source than it has now, the last part first: what an earlier run wrote of the same
    /// path, and nothing else that has such a name.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindStalePartsAsync(Func<int, string> pathOfPart, string sourcePath, int parts, CancellationToken cancellation)
    {
        var stale = new List<string>();
        for (var part = parts + 1; File.Exists(pathOfPart(part)) && await IsPartAsync(pathOfPart(part), sourcePath, part, cancellation); part++)
            stale.Insert(0, pathOfPart(part));
        return stale;
    }

    private static async Task<bool> IsPartAsync(string path, string sourcePath, int part, CancellationToken cancellation)
    {
        try
        {
            var source = RecordJson.Read(await File.ReadAllBytesAsync(path, cancellation)).Source;
            return source.Path == sourcePath && source.Part == part;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What more time or memory, a quieter machine or a mended program may read.</summary>
    private static bool MayPass(string category) =>
        category is "page-cpu-limit" or "page-memory-limit" or "page-hang" or "worker-crashed" or "program-fault";

    /// <summary>Parts that the document did not use are null in its record and may differ.</summary>
    private static bool IsSame(EngineVersions recorded, EngineVersions now) =>
        recorded.Version == now.Version
        && (recorded.HeadingsModel ?? now.HeadingsModel) == now.HeadingsModel
        && (recorded.DigitsModel ?? now.DigitsModel) == now.DigitsModel
        && (recorded.CalibrationModel ?? now.CalibrationModel) == now.CalibrationModel
        && (recorded.Tesseract ?? now.Tesseract) == now.Tesseract
        && (recorded.Leptonica ?? now.Leptonica) == now.Leptonica
        && (recorded.Poppler ?? now.Poppler) == now.Poppler
        && (recorded.Traineddata ?? now.Traineddata) == now.Traineddata;
}
