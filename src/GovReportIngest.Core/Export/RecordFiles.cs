using System.Text;

namespace GovReportIngest.Core.Export;

/// <summary>Two inputs would be written to one output path; nothing is processed.</summary>
public sealed class OutputClashException(string first, string second, string output) : Exception(
    $"\"{first}\" and \"{second}\" would both be written to \"{output}\". Give them other names, or ingest them into different folders.");

/// <summary>Where records are written, and how: under a temporary name in the same folder, synced, renamed.</summary>
public static class RecordFiles
{
    public const string RecordSuffix = ".record.json";

    /// <summary>The end of temporary names; a file with it is never a finished one.</summary>
    public const string TemporarySuffix = ".govreport.tmp";

    private const int MaximumNameBytes = 255;

    /// <summary>Path below the output folder of the record of part <paramref name="part"/> (1-based) of a source.</summary>
    public static string RelativePathOf(string sourcePath, string sha256, int part = 1, string suffix = RecordSuffix)
    {
        var slash = sourcePath.LastIndexOf('/') + 1;
        var number = part > 1 ? $"#{part}" : "";
        return sourcePath[..slash] + Fit(sourcePath[slash..], number + suffix, sha256);
    }

    /// <summary>Compares the relative paths of a batch before work begins; a later report of one file counts as well.</summary>
    /// <exception cref="OutputClashException">Two of the sources share an output path.</exception>
    public static void RefuseClashes(IEnumerable<string> sourcePaths)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var numbered = new List<string>();
        foreach (var path in sourcePaths)
        {
            if (!taken.Add(path))
                throw new OutputClashException(path, path, path + RecordSuffix);
            if (path.LastIndexOf('#') is > 0 and var mark && mark + 1 < path.Length && path.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0)
                numbered.Add(path);
        }

        foreach (var path in numbered)
            if (taken.Contains(path[..path.LastIndexOf('#')]))
                throw new OutputClashException(path[..path.LastIndexOf('#')], path, path + RecordSuffix);
    }

    public static void WriteAtomically(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        // The temporary name is short: the final one may already have the longest length a file system takes.
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}{TemporarySuffix}");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// The same for what is too long to be held: the file appears when <paramref name="write"/> has ended, or not at all. What a killed process left of it
    /// is replaced by the next one that writes this file.
    /// </summary>
    /// <exception cref="IOException">Another process writes the same file, or it cannot be written.</exception>
    public static async Task WriteAtomicallyAsync(string path, Func<Stream, Task> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{HashOf(Path.GetFileName(path))[..16]}{TemporarySuffix}");
        var isWhole = false;
        var file = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        try
        {
            await write(file);
            file.Flush(flushToDisk: true);
            isWhole = true;
        }
        finally
        {
            await file.DisposeAsync();
            if (!isWhole)
                File.Delete(temporary);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Removes what an interrupted run left in the output folder.</summary>
    public static void RemoveStaleTemporaries(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(folder, $"*{TemporarySuffix}", everywhere).ToList())
            File.Delete(file);
    }

    private static string Fit(string name, string suffix, string sha256)
    {
        if (Encoding.UTF8.GetByteCount(name) + suffix.Length <= MaximumNameBytes)
            return name + suffix;
        var room = MaximumNameBytes - suffix.Length - 9;
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
            if ((room -= rune.Utf8SequenceLength) >= 0)
                kept.Append(rune.ToString());
            else
                break;
        // What could not be opened has no hash of its bytes; its name still tells it from others.
        var hash = sha256.Length > 0 ? sha256 : HashOf(name);
        return $"{kept}~{hash[..8]}{suffix}";
    }

    private static string HashOf(string name) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
