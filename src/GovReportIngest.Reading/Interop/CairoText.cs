using System.Runtime.InteropServices;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Interop;

/// <summary>The part of Cairo's toy text interface that drawing of training sheets and overlays needs.</summary>
internal static partial class CairoText
{
    private const string Library = "libcairo.so.2";

    /// <summary>As <c>cairo_text_extents_t</c>: user-space units.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Extents
    {
        public double BearingX;
        public double BearingY;
        public double Width;
        public double Height;
        public double AdvanceX;
        public double AdvanceY;
    }

    /// <summary>A family that is not installed is replaced silently by the default one.</summary>
    [LibraryImport(Library, EntryPoint = "cairo_select_font_face", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SelectFace(CairoContext context, string family, int slant, int weight);

    [LibraryImport(Library, EntryPoint = "cairo_set_font_size")]
    internal static partial void SetSize(CairoContext context, double size);

    [LibraryImport(Library, EntryPoint = "cairo_text_extents", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Measure(CairoContext context, string text, out Extents extents);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_show_text", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Show(CairoContext context, string text);

    /// <summary>Adds the outlines of a text to the path.</summary>
    [LibraryImport(Library, EntryPoint = "cairo_text_path", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Outline(CairoContext context, string text);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    internal static partial void Fill(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_rotate")]
    internal static partial void Rotate(CairoContext context, double radians);
}
