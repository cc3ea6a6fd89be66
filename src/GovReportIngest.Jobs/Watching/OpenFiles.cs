using System.Globalization;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Files that a process of this machine has open for writing, as far as /proc lets this user see (proc(5)).</summary>
internal static class OpenFiles
{
    /// <summary>O_WRONLY or O_RDWR.</summary>
    private const int WriteFlags = 3;

    public static HashSet<string> WrittenBelow(string folder)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var process in Entries("/proc", Directory.EnumerateDirectories).Where(process => char.IsAsciiDigit(process[^1])))
            foreach (var handle in Entries($"{process}/fd", Directory.EnumerateFiles))
                if (TargetOf(handle) is { } file && file.StartsWith($"{folder}/", StringComparison.Ordinal) && IsForWriting($"{process}/fdinfo/{Path.GetFileName(handle)}"))
                    found.Add(file);
        return found;
    }

    private static IEnumerable<string> Entries(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(folder)];
        }
        catch (Exception hidden) when (hidden is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static string? TargetOf(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget;
        }
        catch (Exception gone) when (gone is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    private static bool IsForWriting(string facts)
    {
        try
        {
            var flags = File.ReadLines(facts).First(line => line.StartsWith("flags:", StringComparison.Ordinal))[6..].Trim();
            return (int.Parse(flags[^1..], NumberStyles.None, CultureInfo.InvariantCulture) & WriteFlags) != 0;
        }
        catch (Exception gone) when (gone is UnauthorizedAccessException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
