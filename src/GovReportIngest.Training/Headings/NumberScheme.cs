using System.Globalization;

namespace GovReportIngest.Training.Headings;

/// <summary>How the headings of one report are numbered, level by level, and which mistakes the report makes in it.</summary>
internal sealed class NumberScheme
{
    private const string Han = "一二三四五六七八九十";
    private static readonly int DeepestLevel = 4;

    private readonly Draw draw;
    private readonly Func<int, string>[] levels;
    private readonly double lost;
    private readonly double wrong;

    public NumberScheme(Draw draw, bool hasNumbers, bool hasFaults)
    {
        this.draw = draw;
        IsNumbered = hasNumbers;
        (lost, wrong) = hasFaults ? (draw.Between(0, 0.1), draw.Between(0, 0.06)) : (0, 0);
        levels = hasNumbers ? Choose(draw) : [.. Enumerable.Repeat<Func<int, string>>(_ => "", DeepestLevel)];
    }

    public bool IsNumbered { get; }

    /// <param name="level">From 1.</param>
    /// <param name="value">From 1.</param>
    public string Next(int level, int value)
    {
        if (draw.Chance(lost))
            return "";
        return levels[level - 1](draw.Chance(wrong) ? Math.Clamp(value + draw.Any(-1, 1, 1, 2), 1, 12) : value);
    }

    private static Func<int, string>[] Choose(Draw draw)
    {
        var mark = draw.Any("、", "、", "、", "．", "，");
        var space = draw.Any("", "", "", " ");
        var (left, right) = draw.Any(("（", "）"), ("（", "）"), ("(", ")"), ("(", "）"));
        Func<int, string> chapter = at => $"第{HanOf(at)}{(draw.Chance(0.5) ? "部分" : "章")}" + (space.Length > 0 ? space : "　");
        if (draw.Chance(0.5))
            chapter = at => $"第{HanOf(at)}部分 ";
        Func<int, string> han = at => HanOf(at) + mark + space;
        Func<int, string> bracketed = at => left + HanOf(at) + right + space;
        var dot = draw.Any(".", "、", "．", ". ");
        Func<int, string> digit = at => at.ToString(CultureInfo.InvariantCulture) + dot;
        Func<int, string> inner = at => left + at.ToString(CultureInfo.InvariantCulture) + right;
        Func<int, string> circled = at => ((char)('①' + at - 1)).ToString();
        return draw.Next(0, 11) switch
        {
            0 or 1 => [han, han, bracketed, digit],
            2 => [chapter, han, bracketed, digit],
            3 => [han, digit, inner, circled],
            4 => [digit, bracketed, inner, circled],
            5 => [han, bracketed, digit, circled],
            6 => [chapter, bracketed, digit, inner],
            _ => [han, bracketed, digit, inner],
        };
    }

    private static string HanOf(int value) => value <= 10 ? Han[value - 1].ToString() : "十" + Han[value - 11];
}
