using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Draws a page as SVG in memory, so that its paths are known exactly, hairlines and white lines included.</summary>
internal static unsafe class VectorDrawing
{
    /// <summary>UTF-8; empty where Cairo cannot draw the page.</summary>
    internal static ReadOnlyMemory<byte> Svg(PopplerPage page)
    {
        var drawing = new ArrayBufferWriter<byte>(1 << 16);
        var closure = GCHandle.Alloc(drawing);
        try
        {
            Poppler.poppler_page_get_size(page, out var width, out var height);
            using var surface = Cairo.cairo_svg_surface_create_for_stream(&Write, GCHandle.ToIntPtr(closure), width, height);
            using (var context = Cairo.cairo_create(surface))
                Poppler.poppler_page_render(page, context);
            Cairo.cairo_surface_finish(surface);
            return Cairo.cairo_surface_status(surface) == 0 ? drawing.WrittenMemory : default;
        }
        finally
        {
            closure.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* bytes, uint length)
    {
        var drawing = (ArrayBufferWriter<byte>)GCHandle.FromIntPtr(closure).Target!;
        drawing.Write(new ReadOnlySpan<byte>(bytes, checked((int)length)));
        return 0;
    }
}
