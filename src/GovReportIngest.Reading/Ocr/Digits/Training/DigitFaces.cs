namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>
/// Faces of Debian's font packages, one entry a design: families that copy the same design stand together, so that no copy of a
/// held-out face is trained on.
/// </summary>
internal static class DigitFaces
{
    public static IReadOnlyList<string> Training { get; } =
    [
        "Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Sans Mono CJK SC", "AR PL KaitiM GB",
        "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif",
        "Liberation Sans", "Arimo", "Nimbus Sans", "TeX Gyre Heros", "FreeSans", "Liberation Sans Narrow", "TeX Gyre Heros Cn",
        "DejaVu Sans", "DejaVu Sans Condensed", "DejaVu Sans Light", "DejaVu Sans Mono", "DejaVu Serif", "DejaVu Serif Condensed",
        "Nimbus Mono PS", "FreeMono", "TeX Gyre Cursor", "P052", "TeX Gyre Pagella", "URW Bookman", "TeX Gyre Bonum", "Noto Serif", "Noto Serif Display",
    ];

    /// <summary>Cairo draws nothing, or an empty frame, for characters that a face lacks.</summary>
    public static bool HasHan(string face) =>
        face.Contains("CJK", StringComparison.Ordinal) || face.StartsWith("AR PL", StringComparison.Ordinal) || face.StartsWith("WenQuanYi", StringComparison.Ordinal);

    /// <summary>Never trained on; every reported figure is of these.</summary>
    public static IReadOnlyList<string> HeldOut { get; } =
        ["AR PL SungtiL GB", "WenQuanYi Zen Hei", "C059", "TeX Gyre Schola", "Noto Sans", "Liberation Mono", "Cousine", "URW Gothic", "TeX Gyre Adventor"];
}
