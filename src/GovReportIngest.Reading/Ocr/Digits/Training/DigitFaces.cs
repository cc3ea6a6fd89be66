using System.Collections.Concurrent;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>
/// Faces of Debian's font packages: families that copy the same design stand on one side, so that no copy of a held-out face is
/// trained on.
/// </summary>
internal static class DigitFaces
{
    /// <summary>What has all the faces besides the packages that tests need.</summary>
    public const string Packages =
        "fonts-noto-core fonts-noto-extra fonts-dejavu-extra fonts-crosextra-carlito fonts-crosextra-caladea fonts-lato fonts-open-sans fonts-linuxlibertine "
        + "fonts-sil-gentiumplus fonts-sil-charis fonts-wqy-microhei fonts-arphic-uming fonts-arphic-ukai fonts-cwtex-fs fonts-cwtex-ming fonts-cwtex-kai "
        + "fonts-cwtex-heib fonts-cwtex-yen fonts-ipaexfont fonts-lmodern fonts-roboto-unhinted fonts-roboto-slab fonts-hack fonts-cabin fonts-unfonts-core fonts-baekmuk fonts-nanum";

    private static readonly ConcurrentDictionary<(string Face, char Character), bool> Known = [];

    public static IReadOnlyList<string> Training { get; } =
    [
        "Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Sans Mono CJK SC", "AR PL KaitiM GB", "AR PL UKai CN", "WenQuanYi Micro Hei",
        "cwTeXMing", "cwTeXKai", "cwTeXHeiBold", "IPAexGothic", "UnBatang", "UnDotum", "Baekmuk Batang", "NanumGothic", "NanumMyeongjo",
        "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif",
        "Liberation Sans", "Arimo", "Nimbus Sans", "TeX Gyre Heros", "FreeSans", "Liberation Sans Narrow", "TeX Gyre Heros Cn",
        "DejaVu Sans", "DejaVu Sans Condensed", "DejaVu Sans Light", "DejaVu Sans Mono", "DejaVu Serif", "DejaVu Serif Condensed",
        "Nimbus Mono PS", "FreeMono", "TeX Gyre Cursor", "P052", "TeX Gyre Pagella", "URW Bookman", "TeX Gyre Bonum", "Noto Serif", "Noto Serif Display",
        "Carlito", "Caladea", "Lato", "Open Sans", "Linux Libertine O", "Charis SIL", "Latin Modern Roman", "Roboto", "Hack", "Cabin",
    ];

    /// <summary>Never trained on: how far the agreement of the readers can be trusted is counted on these.</summary>
    public static IReadOnlyList<string> Calibration { get; } =
        ["AR PL UMing CN", "cwTeXFangSong", "IPAexMincho", "Gentium Plus", "Linux Biolinum O", "Baekmuk Gulim", "Latin Modern Sans", "cwTeXYen", "Roboto Slab"];

    /// <summary>Neither trained nor calibrated on; every reported figure is of these.</summary>
    public static IReadOnlyList<string> HeldOut { get; } =
        ["AR PL SungtiL GB", "WenQuanYi Zen Hei", "C059", "TeX Gyre Schola", "Noto Sans", "Liberation Mono", "Cousine", "URW Gothic", "TeX Gyre Adventor"];

    public static bool Has(string face, char character) => Known.GetOrAdd((face, character), asked => Fontconfig.HasCharacter(asked.Face, asked.Character));

    public static bool HasHan(string face) => Has(face, '无');
}
