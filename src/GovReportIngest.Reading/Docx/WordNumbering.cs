using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>
/// Automatic numbers of paragraphs, as they are printed (ECMA-376 part 1, 17.9). Lists that share an abstract definition go on
/// counting together, unless one starts anew.
/// </summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberingInstance> lists = [];
    private readonly Dictionary<int, AbstractNum> definitions = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<int> begun = [];

    public WordNumbering(Numbering? numbering)
    {
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
            if (definition.AbstractNumberId?.Value is { } id)
                definitions.TryAdd(id, definition);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            if (list.NumberID?.Value is { } id)
                lists.TryAdd(id, list);
    }

    /// <summary>Counts the paragraph and gives its number; empty for bullets and what has none.</summary>
    public string Next(int list, int level)
    {
        if (level is < 0 or >= Levels || !lists.TryGetValue(list, out var instance) || instance.AbstractNumId?.Val?.Value is not { } id
            || !definitions.TryGetValue(id, out var definition))
            return "";
        if (!counters.TryGetValue(id, out var counts))
            counters[id] = counts = new int?[Levels];
        if (begun.Add(list))
            Restart(instance, counts);
        counts[level] = counts[level] is { } count ? count + 1 : StartOf(instance, definition, level);
        for (var inner = level + 1; inner < Levels; inner++)
            if (LevelOf(instance, definition, inner)?.LevelRestart?.Val?.Value != 0)
                counts[inner] = null;
        return TextOf(instance, definition, level, counts);
    }

    private static void Restart(NumberingInstance instance, int?[] counts)
    {
        foreach (var change in instance.Elements<LevelOverride>())
            if (change.StartOverrideNumberingValue?.Val?.Value is { } start && change.LevelIndex?.Value is >= 0 and < Levels and var level)
                counts[level] = start - 1;
    }

    private static int StartOf(NumberingInstance instance, AbstractNum definition, int level) =>
        LevelOf(instance, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static Level? LevelOf(NumberingInstance instance, AbstractNum definition, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level)?.Level
        ?? definition.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    private static string TextOf(NumberingInstance instance, AbstractNum definition, int level, int?[] counts)
    {
        var own = LevelOf(instance, definition, level);
        if (own?.LevelText?.Val?.Value is not { Length: > 0 } pattern || own.NumberingFormat?.Val?.InnerText is "bullet")
            return "";
        var text = Place().Replace(pattern, place =>
        {
            var index = place.Groups["level"].Value[0] - '1';
            var shape = LevelOf(instance, definition, index);
            var count = counts[index] ?? StartOf(instance, definition, index);
            return own.IsLegalNumberingStyle is not null && index < level ? count.ToString(CultureInfo.InvariantCulture)
                : NumberOf(count, shape?.NumberingFormat?.Val?.InnerText ?? "decimal");
        });
        // Between a number that ends with a mark and the text the gap is no character.
        return own.LevelSuffix?.Val?.InnerText is not "nothing" && text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + " " : text;
    }

    private static string NumberOf(int count, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital2" => HanNumber.Of(count),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => HanNumber.Circled(count),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(count.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit + 0xFEE0))),
        "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => HanNumber.Letter(count, 'a'),
        "upperLetter" => HanNumber.Letter(count, 'A'),
        "lowerRoman" => HanNumber.Roman(count, isUpper: false),
        "upperRoman" => HanNumber.Roman(count, isUpper: true),
        "ideographTraditional" when count is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[count - 1].ToString(),
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("%(?<level>[1-9])")]
    private static partial Regex Place();
}
