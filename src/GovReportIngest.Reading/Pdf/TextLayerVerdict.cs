using System.Text;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Whether the text layer of a page may be believed, as the stable code of <c>pages[].why</c>.</summary>
internal static unsafe class TextLayerVerdict
{
    internal const string Fits = "text-layer-fits";
    internal const string NoText = "no-text-layer";
    internal const string Unmapped = "unmapped-characters";
    internal const string Misfit = "text-does-not-fit-ink";
    internal const string OverImage = "invisible-text-over-image";

    /// <summary>Above this part of the page an image is the page, below the next one it is an ornament.</summary>
    private const double PageImage = 0.6;
    private const double Ornament = 0.1;

    /// <summary>Grey levels between paper and ink, after antialiasing of thin strokes.</summary>
    private const int VisibleContrast = 24;

    /// <summary>The verdict that needs no rendering; null where the ink has to be seen.</summary>
    internal static string? BeforeRendering(PopplerPage page, IReadOnlyList<PageCharacter>? characters)
    {
        if (characters is null)
            return Misfit;
        if (!characters.Any(character => !Rune.IsWhiteSpace(character.Rune)))
            return NoText;
        var covered = ImageShare(page);
        if (covered >= PageImage)
            return OverImage;
        if (characters.Any(character => IsUnmapped(character.Rune)))
            return Unmapped;
        return covered >= Ornament ? Misfit : null;
    }

    /// <summary>Every character must stand on ink; boxes are wide, so one in five may miss before the layer is refused.</summary>
    internal static string AfterRendering(IReadOnlyList<PageCharacter> characters, GrayImage render, double dpi)
    {
        int all = 0, without = 0;
        foreach (var character in characters.Where(character => !Rune.IsWhiteSpace(character.Rune)))
        {
            all++;
            without += HasInk(render, character, dpi / 72) ? 0 : 1;
        }

        return without * 5 > all ? Misfit : Fits;
    }

    private static bool IsUnmapped(Rune rune) =>
        rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.PrivateUse
        || Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune);

    private static bool HasInk(GrayImage render, PageCharacter character, double scale)
    {
        int left = Clamp(character.Box.X, render.Width), right = Clamp(character.Box.Right, render.Width);
        int top = Clamp(character.Box.Y, render.Height), bottom = Clamp(character.Box.Bottom, render.Height);
        byte darkest = 255, lightest = 0;
        for (var y = top; y <= bottom; y++)
        {
            foreach (var pixel in render.Pixels.AsSpan(y * render.Width + left, right - left + 1))
            {
                darkest = Math.Min(darkest, pixel);
                lightest = Math.Max(lightest, pixel);
            }
        }

        return lightest - darkest >= VisibleContrast;

        int Clamp(double points, int size) => (int)Math.Clamp(points * scale, 0, size - 1);
    }

    /// <summary>Area of all images inside the page as a part of the page; overlaps count twice.</summary>
    private static double ImageShare(PopplerPage page)
    {
        Poppler.poppler_page_get_size(page, out var width, out var height);
        var area = 0.0;
        var mappings = Poppler.poppler_page_get_image_mapping(page);
        for (var item = mappings; item != null; item = item->Next)
        {
            var image = ((Poppler.ImageMapping*)item->Data)->Area;
            area += Math.Max(0, Math.Min(width, image.Right) - Math.Max(0, image.Left)) * Math.Max(0, Math.Min(height, image.Bottom) - Math.Max(0, image.Top));
        }

        Poppler.poppler_page_free_image_mapping(mappings);
        return area / Math.Max(1, width * height);
    }
}
