using System.Globalization;
using System.Text;

namespace GovReportIngest.Jobs.Listing;

/// <summary>The rules of a robots.txt for this program (RFC 9309): of the longest pattern that fits the path, and of allow before disallow.</summary>
internal sealed class RobotsRules
{
    /// <summary>The word by which servers may name this program.</summary>
    public const string Agent = "govreport";

    private readonly List<(string Pattern, bool IsAllowed)> rules = [];

    public static RobotsRules AllowAll { get; } = new();

    /// <summary>What a server asks to leave between requests; it is no part of the standard, but many say it.</summary>
    public TimeSpan? Delay { get; private set; }

    public static RobotsRules Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (own, others) = (new RobotsRules(), new RobotsRules());
        var (isNamed, isNaming) = (false, false);
        var group = new HashSet<RobotsRules>();
        foreach (var (key, value) in LinesOf(text))
            if (key == "user-agent")
            {
                if (!isNaming)
                    group.Clear();
                isNaming = true;
                var isOwn = value.Equals(Agent, StringComparison.OrdinalIgnoreCase);
                isNamed |= isOwn;
                if (isOwn || value == "*")
                    group.Add(isOwn ? own : others);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                isNaming = false;
                foreach (var rules in group)
                    rules.Take(key, value);
            }

        return isNamed ? own : others;
    }

    /// <param name="pathAndQuery">As it is asked for.</param>
    public bool Allow(string pathAndQuery) => rules.Where(rule => Fits(rule.Pattern, pathAndQuery))
        .OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.IsAllowed).Select(rule => rule.IsAllowed).FirstOrDefault(true);

    private static IEnumerable<(string Key, string Value)> LinesOf(string text) => text.TrimStart('\uFEFF').Split('\r', '\n')
        .Select(line => line.Split('#')[0].Split(':', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0].Trim().ToLowerInvariant(), parts[1].Trim()));

    private void Take(string key, string value)
    {
        if (key is not "crawl-delay")
        {
            if (value.Length > 0)
                rules.Add((Escaped(value), key == "allow"));
        }
        else if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            Delay = TimeSpan.FromMilliseconds((long)(Math.Min(seconds, 60) * 1000));
    }

    /// <summary>Patterns may be written with characters that addresses have in percents.</summary>
    private static string Escaped(string pattern)
    {
        var escaped = new StringBuilder();
        foreach (var rune in pattern.EnumerateRunes())
            escaped.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return escaped.ToString();
    }

    /// <summary><c>*</c> stands for any characters, a <c>$</c> at the end for the end; a pattern fits the beginning.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var pieces = pattern.TrimEnd('$').Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        for (var index = 1; index < pieces.Length; index++)
        {
            var isLast = isWhole && index == pieces.Length - 1;
            var found = isLast ? path.EndsWith(pieces[index], StringComparison.Ordinal) ? path.Length - pieces[index].Length : -1 : path.IndexOf(pieces[index], at, StringComparison.Ordinal);
            if (found < at)
                return false;
            at = found + pieces[index].Length;
        }

        return !isWhole || at == path.Length;
    }
}
