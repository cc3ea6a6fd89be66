using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// How evenly a run is darker than the paper on both sides of it. A rule is so all along its length, however faint; strokes of
/// characters that stand in one line leave gaps, and have other strokes beside them.
/// </summary>
internal static class RuleEvenness
{
    private const double NearestPaper = 1.3;
    private const double FarthestPaper = 2.2;

    /// <summary>So far from a crossing rule's edge its ink is felt, points.</summary>
    private const double Crossing = 0.6;

    /// <summary>So much of a rule before the line it ends at shows whether it reaches it, points.</summary>
    private const double LastStretch = 2.4;

    /// <summary>Share of the run's length (0 to 1) that has nearly the contrast of most of it; where others cross it nothing can be said.</summary>
    public static double Of(GrayImage page, Ruling rule, IReadOnlyList<Ruling> crossing, double pixelsPerPoint)
    {
        var crossings = crossing
            .Where(other => other.Direction != rule.Direction && other.Start <= rule.Position && other.End >= rule.Position)
            .Select(other => (From: (int)((other.Position - other.Thickness / 2 - Crossing) * pixelsPerPoint), To: (int)((other.Position + other.Thickness / 2 + Crossing) * pixelsPerPoint)))
            .ToList();
        var contrasts = Contrasts(page, rule, crossings, pixelsPerPoint);
        if (contrasts.Count == 0)
            return 0;
        var usual = contrasts.Order().ElementAt(contrasts.Count * 3 / 4);
        return usual <= 0 ? 0 : contrasts.Count(contrast => contrast >= 0.4 * usual) / (double)contrasts.Count;
    }

    /// <summary>Whether the rule is as dark as it mostly is right behind or right before a line across it (the line's position, points).</summary>
    public static bool Reaches(GrayImage page, Ruling rule, double line, bool isBehind, double pixelsPerPoint)
    {
        var contrasts = Contrasts(page, rule, [], pixelsPerPoint);
        if (contrasts.Count == 0)
            return false;
        var usual = contrasts.Order().ElementAt(contrasts.Count / 2);
        var last = isBehind
            ? rule with { Start = line + Crossing, End = line + Crossing + LastStretch }
            : rule with { Start = line - Crossing - LastStretch, End = line - Crossing };
        var there = Contrasts(page, last, [], pixelsPerPoint);
        return there.Count(contrast => contrast >= 0.4 * usual) >= 0.7 * there.Count;
    }

    /// <summary>Share of the run's length (0 to 1) that has other ink close beside it, as a line of print has where strokes chain up.</summary>
    public static double InkBeside(GrayImage page, Ruling rule, double pixelsPerPoint)
    {
        var places = Profiles(page, rule, [], pixelsPerPoint)
            .Select(profile => (profile.Ink, Beside: Math.Min(profile.Before.Darkest, profile.Behind.Darkest), Paper: Math.Max(profile.Before.Lightest, profile.Behind.Lightest))).ToList();
        if (places.Count == 0)
            return 0;
        var grey = (places.Select(place => place.Ink).Order().ElementAt(places.Count / 2) + places.Select(place => place.Paper).Order().ElementAt(places.Count / 2)) / 2;
        return places.Count(place => place.Beside < grey) / (double)places.Count;
    }

    private static List<int> Contrasts(GrayImage page, Ruling rule, List<(int From, int To)> crossings, double scale) =>
        [.. Profiles(page, rule, crossings, scale).Select(profile => Math.Min(profile.Before.Lightest, profile.Behind.Lightest) - profile.Ink)];

    /// <summary>Grey levels across a run at one place of it: the darkest of the run, and what is nearest to it on both sides.</summary>
    private readonly record struct Profile(int Ink, (int Darkest, int Lightest) Before, (int Darkest, int Lightest) Behind);

    /// <summary>At every other pixel along the run but where others cross it; none where the run stands at the page's edge.</summary>
    private static IEnumerable<Profile> Profiles(GrayImage page, Ruling rule, List<(int From, int To)> crossings, double scale)
    {
        var isHorizontal = rule.Direction is RulingDirection.Horizontal;
        var (along, across) = isHorizontal ? (page.Width, page.Height) : (page.Height, page.Width);
        var (stepAlong, stepAcross) = isHorizontal ? (1, page.Width) : (page.Width, 1);
        var half = rule.Thickness / 2;
        var (near, far) = ((int)Math.Round((half + NearestPaper) * scale), (int)Math.Round((half + FarthestPaper) * scale));
        var reach = Math.Max(1, (int)Math.Round((half + 0.4) * scale));
        var at = (int)(rule.Position * scale);
        if (at - far < 0 || at + far >= across)
            yield break;
        for (var i = Math.Max(1, (int)(rule.Start * scale)); i < Math.Min(along - 1, (int)(rule.End * scale)); i += 2)
        {
            if (crossings.Exists(crossing => i >= crossing.From && i <= crossing.To))
                continue;
            var middle = i * stepAlong + at * stepAcross;
            yield return new(
                Extremes(page, middle, -reach, reach, stepAlong, stepAcross).Darkest,
                Extremes(page, middle, -far, -near, stepAlong, stepAcross), Extremes(page, middle, near, far, stepAlong, stepAcross));
        }
    }

    // Three pixels along the rule are averaged against the grain.
    private static (int Darkest, int Lightest) Extremes(GrayImage page, int middle, int from, int to, int stepAlong, int stepAcross)
    {
        var (darkest, lightest) = (255, 0);
        for (var d = from; d <= to; d++)
        {
            var p = middle + d * stepAcross;
            var level = (page.Pixels[p - stepAlong] + page.Pixels[p] + page.Pixels[p + stepAlong]) / 3;
            (darkest, lightest) = (Math.Min(darkest, level), Math.Max(lightest, level));
        }

        return (darkest, lightest);
    }
}
