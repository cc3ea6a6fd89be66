using GovReportIngest.Core.Export;
using GovReportIngest.Jobs.Intake;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Refuses settings that would lose or loop documents, before anything is begun.</summary>
public static class WatchSettingsCheck
{
    /// <summary>Makes the folders that originals and records go to.</summary>
    /// <exception cref="WatchSettingsException">The settings cannot be carried out.</exception>
    public static void Require(WatchSettings settings)
    {
        if (!settings.AreThere)
            throw new WatchSettingsException(WatchFault.NoFolder, "");
        foreach (var watched in settings.Folders)
            RequireFolder(watched);
        foreach (var watched in settings.Listings)
            RequireName(watched.Name);
        if (settings.Folders.Select(watched => watched.Name).Concat(settings.Listings.Select(watched => watched.Name)).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new WatchSettingsException(WatchFault.SameName, same.Key);
        foreach (var target in settings.Folders.SelectMany(TargetsOf).Append(settings.Out).OfType<string>().Distinct())
            RequireWritable(target);
        RefuseOverlaps(settings);
    }

    private static IEnumerable<string?> TargetsOf(WatchedFolder watched) => [watched.Done, watched.Failed];

    private static void RequireFolder(WatchedFolder watched)
    {
        if (!Directory.Exists(watched.Folder))
            throw new WatchSettingsException(WatchFault.NotThere, watched.Folder);
        RequireName(watched.Name);
    }

    private static void RequireName(string name)
    {
        if (SafePaths.Of(name) is null || name.Contains('/', StringComparison.Ordinal))
            throw new WatchSettingsException(WatchFault.WrongValue, name, "name");
    }

    /// <summary>No watched folder may lie in another folder of the settings, or the other way round: its files would go round in a circle.</summary>
    private static void RefuseOverlaps(WatchSettings settings)
    {
        List<(string Folder, string Real)> written = [.. settings.Folders.SelectMany(TargetsOf).Append(settings.Out).Append(settings.Data).OfType<string>().Distinct().Select(folder => (folder, RealPath.Of(folder)))];
        var watched = settings.Folders.Select(folder => (folder.Folder, Real: RealPath.Of(folder.Folder))).ToList();
        for (var index = 0; index < watched.Count; index++)
            foreach (var other in written.Concat(watched.Skip(index + 1)))
                if (Contains(watched[index].Real, other.Real) || Contains(other.Real, watched[index].Real))
                    throw new WatchSettingsException(WatchFault.Overlap, watched[index].Folder, other.Folder);
    }

    private static bool Contains(string folder, string inner) => $"{inner}/".StartsWith($"{folder}/", StringComparison.Ordinal);

    private static void RequireWritable(string folder)
    {
        try
        {
            RecordFiles.RemoveStaleTemporaries(folder);
            var trial = Path.Combine(folder, $".{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}");
            RecordFiles.WriteAtomically(trial, []);
            File.Delete(trial);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new WatchSettingsException(WatchFault.NotWritable, folder, wrong.Message);
        }
    }
}
