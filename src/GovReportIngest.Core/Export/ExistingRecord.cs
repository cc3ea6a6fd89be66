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
            var isCurrent = record.Source.Sha256 == sha256 && IsSame(record.Engine, engine)
                && (record.Engine.Form is not { } form || formHashes.Contains(form))
                && !record.Problems.Any(problem => MayPass(problem.Category));
            return isCurrent ? record : null;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
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
