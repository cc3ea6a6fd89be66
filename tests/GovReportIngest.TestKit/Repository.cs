namespace GovReportIngest.TestKit;

/// <summary>Finds the checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds GovReportIngest.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path inside the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Facts that live beside a developer's checkout (seeds, figures); null on other machines.</summary>
    public static string? SharedFolder(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", name));
        return Directory.Exists(folder) ? folder : Environment.GetEnvironmentVariable("GOVREPORT_SHARED") is { } shared && Directory.Exists(Path.Combine(shared, name)) ? Path.Combine(shared, name) : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovReportIngest.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside a checkout.");
    }
}
