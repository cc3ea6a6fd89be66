using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// Poppler's GLib interface, 22.12 or later. One document and its pages belong to one thread at a time.
/// All geometry is in points from the top left corner of the page as a viewer shows it (its /Rotate applied).
/// </summary>
internal static unsafe partial class Poppler
{
    internal const int ErrorEncrypted = 1;
    internal const int FontType3 = 4;

    private const string Library = "libpoppler-glib.so.8";

    [StructLayout(LayoutKind.Sequential)]
    internal struct Rectangle
    {
        public double Left;
        public double Top;
        public double Right;
        public double Bottom;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct TextAttributes
    {
        public nint FontName;
        public double FontSize;
        public int IsUnderlined;
        public ushort Red;
        public ushort Green;
        public ushort Blue;

        /// <summary>Index of the first and of the last character (inclusive).</summary>
        public int First;
        public int Last;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ImageMapping
    {
        public Rectangle Area;
        public int ImageId;
    }

    [LibraryImport(Library)]
    internal static partial nint poppler_get_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial PopplerDocument poppler_document_new_from_file(nint uri, string? password, out GLib.Error* error);

    [LibraryImport(Library)]
    internal static partial int poppler_document_get_n_pages(PopplerDocument document);

    [LibraryImport(Library)]
    internal static partial PopplerPage poppler_document_get_page(PopplerDocument document, int index);

    [LibraryImport(Library)]
    internal static partial void poppler_page_get_size(PopplerPage page, out double width, out double height);

    /// <summary>UTF-8, transfer full; one code point per rectangle of <see cref="poppler_page_get_text_layout"/>.</summary>
    [LibraryImport(Library)]
    internal static partial nint poppler_page_get_text(PopplerPage page);

    /// <summary>0 where the page has no text; else the rectangles are to be freed by <see cref="GLib.g_free"/>.</summary>
    [LibraryImport(Library)]
    internal static partial int poppler_page_get_text_layout(PopplerPage page, out Rectangle* rectangles, out uint count);

    [LibraryImport(Library)]
    internal static partial GLib.List* poppler_page_get_text_attributes(PopplerPage page);

    [LibraryImport(Library)]
    internal static partial void poppler_page_free_text_attributes(GLib.List* attributes);

    [LibraryImport(Library)]
    internal static partial GLib.List* poppler_page_get_image_mapping(PopplerPage page);

    [LibraryImport(Library)]
    internal static partial void poppler_page_free_image_mapping(GLib.List* mappings);

    /// <summary>The image at its own resolution as a new reference; 0 where it cannot be decoded.</summary>
    [LibraryImport(Library)]
    internal static partial CairoSurface poppler_page_get_image(PopplerPage page, int imageId);

    [LibraryImport(Library)]
    internal static partial void poppler_page_render(PopplerPage page, CairoContext context);
}
