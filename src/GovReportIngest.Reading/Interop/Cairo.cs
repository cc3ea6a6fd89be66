using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// Cairo 1.16 as the renderer needs it. Surfaces and contexts are reference-counted: a context holds its surface,
/// so each may be released as soon as it is no longer used here.
/// </summary>
internal static unsafe partial class Cairo
{
    /// <summary>32 bits a pixel, 0x00RRGGBB in the machine's byte order.</summary>
    internal const int FormatRgb24 = 1;

    /// <summary>Cairo refuses image surfaces beyond this width or height.</summary>
    internal const int MaximumSide = 32767;

    /// <summary>Of <c>cairo_status_t</c>.</summary>
    internal const int Success = 0;
    internal const int NoMemory = 1;
    internal const int InvalidSize = 32;

    private const string Library = "libcairo.so.2";

    [LibraryImport(Library)]
    internal static partial nint cairo_version_string();

    [LibraryImport(Library)]
    internal static partial CairoSurface cairo_image_surface_create(int format, int width, int height);

    /// <summary>The write function gets closure, bytes and length, and returns 0; it is called until the surface is finished.</summary>
    [LibraryImport(Library)]
    internal static partial CairoSurface cairo_svg_surface_create_for_stream(delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    /// <summary>Writes what is left; the surface cannot be drawn on any more.</summary>
    [LibraryImport(Library)]
    internal static partial void cairo_surface_finish(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_surface_status(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_flush(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial uint* cairo_image_surface_get_data(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_image_surface_get_width(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_image_surface_get_height(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_image_surface_get_stride(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Library)]
    internal static partial CairoContext cairo_create(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial int cairo_status(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_scale(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_translate(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_set_source_rgb(CairoContext context, double red, double green, double blue);

    [LibraryImport(Library)]
    internal static partial void cairo_set_source_rgba(CairoContext context, double red, double green, double blue, double alpha);

    [LibraryImport(Library)]
    internal static partial void cairo_paint(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_surface_mark_dirty(CairoSurface surface);

    [LibraryImport(Library)]
    internal static partial void cairo_line_to(CairoContext context, double x, double y);

    [LibraryImport(Library)]
    internal static partial void cairo_close_path(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_set_line_width(CairoContext context, double width);

    /// <summary>Lengths drawn and left out in turn; a count of 0 draws solid lines.</summary>
    [LibraryImport(Library)]
    internal static partial void cairo_set_dash(CairoContext context, double* lengths, int count, double offset);

    [LibraryImport(Library)]
    internal static partial void cairo_stroke(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_fill_preserve(CairoContext context);

    [LibraryImport(Library)]
    internal static partial void cairo_destroy(nint context);
}
