namespace GovReportIngest.Core.Document;

public enum RulingDirection
{
    Horizontal,
    Vertical,
}

/// <summary>
/// A drawn or scanned straight rule in the layout frame, points. <see cref="Position"/> is y of a horizontal
/// and x of a vertical rule (its middle); <see cref="Start"/> &lt; <see cref="End"/> run along it.
/// </summary>
public readonly record struct Ruling(RulingDirection Direction, double Position, double Start, double End, double Thickness);
