namespace GovReportIngest.Jobs.Watching;

/// <summary>Paths without links, as the system knows open files by.</summary>
public static class RealPath
{
    /// <summary>With every link on the way followed; what is not there yet counts by its name.</summary>
    public static string Of(string path)
    {
        var real = "";
        foreach (var part in Path.GetFullPath(path).Split('/').Where(part => part.Length > 0))
        {
            var next = $"{real}/{part}";
            real = Directory.Exists(next) && new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : next;
        }

        return real.Length > 0 ? real : "/";
    }
}
