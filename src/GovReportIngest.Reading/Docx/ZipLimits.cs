using System.IO.Compression;

namespace GovReportIngest.Reading.Docx;

/// <summary>What a ZIP file says about itself, checked before anything is unpacked.</summary>
internal static class ZipLimits
{
    private const int MostEntries = 5_000;
    private const long MostBytes = 300_000_000;

    /// <summary>Text packs to a tenth, seldom to a fiftieth of its size; bombs to a thousandth.</summary>
    private const int MostRatio = 200;

    private const long RatioCheckedAbove = 1_000_000;

    /// <returns>What is wrong; null where nothing is.</returns>
    /// <exception cref="InvalidDataException">A path leads out of the package.</exception>
    public static string? Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
            return $"The file holds more than {MostEntries} packed files.";
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.Split('/', '\\').Contains("..") || entry.FullName.StartsWith('/'))
                throw new InvalidDataException("A packed file has a path that leads out of the package.");
            if (entry.Length > RatioCheckedAbove && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio)
                return "The file holds a packed file that unpacks to a size that no document has.";
            total += entry.Length;
        }

        return total > MostBytes ? $"The file unpacks to more than {MostBytes / 1_000_000} MB." : null;
    }
}
