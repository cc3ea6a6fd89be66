namespace GovReportIngest.Jobs.Watching;

/// <summary>Settings of watchers that cannot be carried out; nothing was begun.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="subject">The folder, key or value.</param>
/// <param name="other">The other folder, or the key of the value; null for none.</param>
/// <param name="line">In the settings file, from 1; null where it came from elsewhere.</param>
public sealed class WatchSettingsException(WatchFault fault, string subject, string? other = null, long? line = null)
    : Exception($"{fault}: {subject} {other} {line}".Trim())
{
    public WatchFault Fault { get; } = fault;

    public string Subject { get; } = subject;

    public string? Other { get; } = other;

    public long? Line { get; } = line;
}
