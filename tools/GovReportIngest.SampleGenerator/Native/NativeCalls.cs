using System.Runtime.InteropServices;

namespace GovReportIngest.SampleGenerator.Native;

/// <summary>
/// The few native calls that making documents needs. The product's own bindings read documents and stay as small as reading
/// wants them; writing formats is only needed here.
/// </summary>
internal static unsafe partial class NativeCalls
{
    internal const int Rgb24 = 1;
    private const string GLib = "libglib-2.0.so.0";
    private const string GObject = "libgobject-2.0.so.0";
    private const string PopplerGLib = "libpoppler-glib.so.8";
    private const string Cairo = "libcairo.so.2";
    private const string Leptonica = "liblept.so.5";

    [LibraryImport(GLib)]
    internal static partial nint g_bytes_new(byte* data, nuint size);

    [LibraryImport(GLib)]
    internal static partial void g_bytes_unref(nint bytes);

    [LibraryImport(GLib)]
    internal static partial void g_free(nint memory);

    [LibraryImport(GObject)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(PopplerGLib)]
    internal static partial nint poppler_document_new_from_bytes(nint bytes, nint password, nint error);

    [LibraryImport(PopplerGLib)]
    internal static partial int poppler_document_get_n_pages(nint document);

    [LibraryImport(PopplerGLib)]
    internal static partial nint poppler_document_get_page(nint document, int index);

    [LibraryImport(PopplerGLib)]
    internal static partial void poppler_page_get_size(nint page, out double width, out double height);

    [LibraryImport(PopplerGLib)]
    internal static partial nint poppler_page_get_text(nint page);

    [StructLayout(LayoutKind.Sequential)]
    internal struct Rectangle
    {
        public double Left;
        public double Top;
        public double Right;
        public double Bottom;
    }

    /// <summary>One rectangle a code point of the page's text; freed by the caller with g_free.</summary>
    [LibraryImport(PopplerGLib)]
    internal static partial int poppler_page_get_text_layout(nint page, out Rectangle* rectangles, out uint count);

    [LibraryImport(PopplerGLib)]
    internal static partial void poppler_page_render(nint page, nint context);

    [LibraryImport(PopplerGLib)]
    internal static partial void poppler_page_render_for_printing(nint page, nint context);

    [LibraryImport(Cairo)]
    internal static partial nint cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Cairo)]
    internal static partial nint cairo_image_surface_get_data(nint surface);

    [LibraryImport(Cairo)]
    internal static partial int cairo_image_surface_get_stride(nint surface);

    [LibraryImport(Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint cairo_pdf_surface_create(string file, double width, double height);

    [LibraryImport(Cairo)]
    internal static partial void cairo_pdf_surface_set_size(nint surface, double width, double height);

    [LibraryImport(Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cairo_surface_set_mime_data(nint surface, string type, byte* data, nuint size, nint destroy, nint closure);

    [LibraryImport(Cairo)]
    internal static partial void cairo_surface_flush(nint surface);

    [LibraryImport(Cairo)]
    internal static partial void cairo_surface_mark_dirty(nint surface);

    [LibraryImport(Cairo)]
    internal static partial void cairo_surface_finish(nint surface);

    [LibraryImport(Cairo)]
    internal static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Cairo)]
    internal static partial nint cairo_create(nint surface);

    [LibraryImport(Cairo)]
    internal static partial void cairo_destroy(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_scale(nint context, double x, double y);

    [LibraryImport(Cairo)]
    internal static partial void cairo_save(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_restore(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_translate(nint context, double x, double y);

    [LibraryImport(Cairo)]
    internal static partial void cairo_rotate(nint context, double radians);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_source_rgb(nint context, double red, double green, double blue);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_source_rgba(nint context, double red, double green, double blue, double alpha);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_source_surface(nint context, nint surface, double x, double y);

    [LibraryImport(Cairo)]
    internal static partial void cairo_paint(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_show_page(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_arc(nint context, double x, double y, double radius, double from, double to);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_line_width(nint context, double width);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_line_cap(nint context, int cap);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_line_join(nint context, int join);

    [LibraryImport(Cairo)]
    internal static partial void cairo_stroke(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_fill(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_move_to(nint context, double x, double y);

    [LibraryImport(Cairo)]
    internal static partial void cairo_line_to(nint context, double x, double y);

    [LibraryImport(Cairo)]
    internal static partial void cairo_set_font_size(nint context, double size);

    [LibraryImport(Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void cairo_select_font_face(nint context, string family, int slant, int weight);

    [LibraryImport(Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void cairo_show_text(nint context, string text);

    [LibraryImport(Leptonica)]
    internal static partial nint pixCreate(int width, int height, int depth);

    [LibraryImport(Leptonica)]
    internal static partial void pixDestroy(ref nint pix);

    [LibraryImport(Leptonica)]
    internal static partial int pixGetWpl(nint pix);

    [LibraryImport(Leptonica)]
    internal static partial uint* pixGetData(nint pix);

    [LibraryImport(Leptonica)]
    internal static partial int pixSetResolution(nint pix, int horizontal, int vertical);

    [LibraryImport(Leptonica)]
    internal static partial int pixWriteMem(out nint data, out nuint size, nint pix, int format);

    [LibraryImport(Leptonica)]
    internal static partial int pixWriteMemJpeg(out nint data, out nuint size, nint pix, int quality, int progressive);

    [LibraryImport(Leptonica, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pixWriteWebP(string file, nint pix, int quality, int lossless);

    [LibraryImport(Leptonica, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pixWriteJp2k(string file, nint pix, int quality, int levels, int hint, int debug);

    [LibraryImport(Leptonica, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pixWriteTiff(string file, nint pix, int compression, string mode);

    [LibraryImport(Leptonica)]
    internal static partial void lept_free(nint memory);
}
