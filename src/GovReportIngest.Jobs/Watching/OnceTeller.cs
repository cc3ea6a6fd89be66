namespace GovReportIngest.Jobs.Watching;

/// <summary>Tells what happens, the same only once: a watcher meets it again on every pass.</summary>
/// <param name="tell">Must not throw.</param>
internal sealed class OnceTeller(Action<WatchEvent> tell)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>May be called from several threads.</summary>
    public void Tell(WatchEvent happened)
    {
        bool isNew;
        lock (told)
            isNew = told.Add(happened.ToString());
        if (isNew)
            tell(happened);
    }
}
