using System.Globalization;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Lengths of time as people write them: <c>500ms</c>, <c>10s</c>, <c>5m</c>, <c>2h</c>.</summary>
public static class Durations
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <returns>False for what is no length of time, is zero, or longer than a day.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = default;
        var unit = Units.FirstOrDefault(unit => text.EndsWith(unit.Unit, StringComparison.Ordinal));
        if (unit.Unit is null || !int.TryParse(text[..^unit.Unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        duration = number * unit.Length;
        return duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(1);
    }
}
