namespace GovReportIngest.Jobs.Watching;

/// <summary>
/// Tells which files are complete: those whose size and time have not changed for a set time, as this process saw it. Clocks of file servers
/// do not matter, and neither does it when a clock jumps.
/// </summary>
internal sealed class StillItems(TimeSpan stable, TimeProvider time)
{
    /// <summary>A file without bytes is more likely one that is about to be written: it must lie still so many times as long.</summary>
    private const int EmptyFactor = 10;

    private readonly Dictionary<string, (string Fingerprint, long Since)> seen = new(StringComparer.Ordinal);

    /// <param name="items">All that lies there now and was not taken yet.</param>
    public IReadOnlyList<DroppedItem> Choose(IReadOnlyList<DroppedItem> items)
    {
        var now = time.GetTimestamp();
        foreach (var gone in seen.Keys.Except(items.Select(item => item.Location)).ToList())
            seen.Remove(gone);
        foreach (var item in items)
            if (!seen.TryGetValue(item.Location, out var before) || before.Fingerprint != item.Fingerprint)
                seen[item.Location] = (item.Fingerprint, now);
        return [.. items.Where(item => time.GetElapsedTime(seen[item.Location].Since, now) >= (item.IsEmpty ? EmptyFactor * stable : stable))];
    }
}
