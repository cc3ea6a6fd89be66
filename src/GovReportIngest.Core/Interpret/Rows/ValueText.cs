using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>What a value cell prints: a number (with a unit, perhaps), a placeholder, nothing, or something else.</summary>
internal static partial class ValueText
{
    /// <summary>True for numbers and placeholders; a blank text is no value.</summary>
    public static bool IsValue(string text) => IsPlaceholder(text) || IsNumber(text);

    public static bool IsPlaceholder(string text) => text.Trim() is "/" or "／" or "-" or "－" or "—" or "——" or "–" or "―" or "―—" or "--" or "无" or "\\";

    public static bool IsNumber(string text) => Number().IsMatch(Fold(text));

    /// <summary>A 0 before other digits: no cell prints that, but cells whose separators were lost do.</summary>
    public static bool HasLeadingZero(string text) => Fold(text) is ['0', >= '0' and <= '9', ..];

    /// <summary>A word for what is counted, alone: <c>件</c>, <c>人次</c>, <c>万元</c>.</summary>
    public static bool IsUnit(string text) => Unit().IsMatch(text);

    /// <summary>Lines that make one number with marks between all thousands, of which the first alone makes none: <c>1,5</c> and <c>73</c>.</summary>
    public static bool GoesOn(IReadOnlyList<string> lines) =>
        Thousands().IsMatch(Fold(string.Concat(lines.Select(line => line.Trim())))) && Fold(lines[0].Trim()) is var first && first.Contains(',', StringComparison.Ordinal) && !Thousands().IsMatch(first);

    public static bool IsDigits(string text) => text.Length > 0 && Fold(text).All(char.IsAsciiDigit);

    /// <summary>A number without unit and thousands marks.</summary>
    public static bool IsPlainNumber(string text) => IsNumber(text) && IsRun(text);

    /// <summary>Digits, signs and marks only, as where the blanks between cells were lost: <c>0/00</c>, <c>2648-18538</c>.</summary>
    public static bool IsRun(string text) => Run().IsMatch(Fold(text));

    /// <summary>
    /// Reads a cell's characters as the field's type. State is unreadable where they are no value of that type.
    /// Money is converted to the field's unit where the cell prints another one.
    /// </summary>
    public static (FieldState State, FieldValue? Value) Parse(string text, FormColumn column)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (FieldState.Blank, null);
        if (IsPlaceholder(text))
            return (FieldState.Placeholder, null);
        var match = Number().Match(Fold(text));
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return (FieldState.Unreadable, null);
        if (!Fits(number, column.Type))
            return (FieldState.Unreadable, null);
        return (FieldState.Printed, new FieldValue.Number(number * Scale(match.Groups["unit"].Value, column.Unit)));
    }

    private static bool Fits(decimal number, FieldType type) => type switch
    {
        FieldType.Integer => number >= 0 && decimal.IsInteger(number),
        FieldType.SignedInteger => decimal.IsInteger(number),
        FieldType.Decimal => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static decimal Scale(string printed, string? wanted) => (printed, wanted) switch
    {
        ("元", "万元") => 0.0001m,
        ("万元", "元") => 10000m,
        _ => 1m,
    };

    /// <summary>Trimmed, and in half-width forms: as many characters as there were.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
            folded.Append(character switch
            {
                '−' or '–' => '-',
                '，' => ',',
                _ => LabelText.Fold(character),
            });
        return folded.ToString();
    }

    [GeneratedRegex(@"^(万元|元|件次|人次|篇次|件|条|项|次|宗|个|人|篇|份|场|家|期|％|%)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[\d/\\—―+.-]*(\d|[/\\—―-]{2})[\d/\\—―+.-]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(?<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?<unit>万元|元|件|条|项|次|宗|%)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
