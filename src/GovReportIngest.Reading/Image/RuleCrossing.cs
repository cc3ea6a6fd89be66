using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>Where rules of one direction cross a line of the other one, in points.</summary>
internal static class RuleCrossing
{
    /// <summary>How far an end may stay away from the rule it meets.</summary>
    public const double Reach = 4;

    /// <summary>Pieces of one line lie this near to each other across it.</summary>
    public const double SameLine = 1.5;

    /// <summary>Where along the line through <paramref name="position"/> rules of the other direction cross it, in their own order.</summary>
    public static IEnumerable<double> Of(IEnumerable<Ruling> rules, RulingDirection direction, double position) => rules
        .Where(rule => rule.Direction != direction && rule.Start - Reach <= position && rule.End + Reach >= position)
        .Select(rule => rule.Position);

    /// <summary>The same between the ends of a rule, from its start to its end.</summary>
    public static List<double> Along(IEnumerable<Ruling> rules, Ruling rule) =>
        [.. Of(rules, rule.Direction, rule.Position).Where(line => line >= rule.Start - Reach && line <= rule.End + Reach).Order()];
}
