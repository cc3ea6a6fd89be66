using System.Text;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Whether the text layer of a page may be believed, as the stable code of <c>pages[].why</c>.</summary>
internal static class TextLayerVerdict
{
    internal const string Fits = "text-layer-fits";
    internal const string NoText = "no-text-layer";
    internal const string Blank = "blank-page";
    internal const string Unmapped = "unmapped-characters";
    internal const string Misfit = "text-does-not-fit-ink";
    internal const string OverImage = "invisible-text-over-image";

    /// <summary>Below this part of the page images are ornaments.</summary>
    private const double Ornament = 0.1;

    /// <summary>More shapes than an emblem and its bullets have.</summary>
    private const int OutlinedCharacters = 30;

    /// <summary>The verdict that needs no drawing; null where the ink has to be seen.</summary>
    internal static string? BeforeDrawing(PopplerPage page, IReadOnlyList<PageCharacter>? characters)
    {
        if (characters is null)
            return Misfit;
        if (!characters.Any(character => !Rune.IsWhiteSpace(character.Rune)))
            return NoText;
        var covered = PageImages.Share(page);
        if (covered >= PageImages.WholePage)
            return OverImage;
        if (characters.Any(IsUnmapped))
            return Unmapped;
        return covered >= Ornament ? Misfit : null;
    }

    /// <summary>
    /// Every character must be drawn where the layer says. One in five may miss, since ligatures are several characters of one
    /// glyph; shapes of the size of characters where no text stands are outlined text.
    /// </summary>
    internal static string AfterDrawing(IReadOnlyList<PageCharacter> characters, PageDrawing drawing)
    {
        var seen = drawing.VisibleGlyphs();
        int all = 0, without = 0;
        foreach (var character in characters.Where(character => !Rune.IsWhiteSpace(character.Rune)))
        {
            all++;
            without += GlyphIndex.HasGlyph(seen, character.Box) ? 0 : 1;
        }

        return without * 5 > all || drawing.Shapes.Count(IsCharacterSized) > OutlinedCharacters ? Misfit : Fits;
    }

    private static bool IsCharacterSized(Core.Document.Box box) => Math.Max(box.Width, box.Height) is > 4 and < 40;

    private static bool IsUnmapped(PageCharacter character) =>
        !(RadicalFolding.IsBullet(character.Rune) && IsSymbolFont(character.FontName))
        && (character.Rune.Value == 0xFFFD || Rune.GetUnicodeCategory(character.Rune) == System.Globalization.UnicodeCategory.PrivateUse
            || Rune.IsControl(character.Rune) && !Rune.IsWhiteSpace(character.Rune));

    private static bool IsSymbolFont(string name) =>
        name.Contains("Symbol", StringComparison.OrdinalIgnoreCase) || name.Contains("dings", StringComparison.OrdinalIgnoreCase);
}
