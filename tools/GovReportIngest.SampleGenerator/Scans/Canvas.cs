using GovReportIngest.SampleGenerator.Native;

namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>A white cairo image to draw on.</summary>
internal sealed unsafe class Canvas : IDisposable
{
    private readonly nint _surface;
    private readonly int _width;
    private readonly int _height;

    public Canvas(int width, int height)
    {
        (_width, _height) = (width, height);
        _surface = NativeCalls.cairo_image_surface_create(NativeCalls.Rgb24, width, height);
        Context = NativeCalls.cairo_create(_surface);
        NativeCalls.cairo_set_source_rgb(Context, 1, 1, 1);
        NativeCalls.cairo_paint(Context);
    }

    /// <summary>On top of a page.</summary>
    public Canvas(Raster page)
        : this(page.Width, page.Height)
    {
        NativeCalls.cairo_surface_flush(_surface);
        for (var y = 0; y < _height; y++)
        {
            var row = Row(y);
            for (int x = 0, at = page.Offset(0, y); x < _width; x++, at += 3)
                row[x] = (uint)(page.Rgb[at] << 16 | page.Rgb[at + 1] << 8 | page.Rgb[at + 2]);
        }
        NativeCalls.cairo_surface_mark_dirty(_surface);
    }

    public nint Context { get; }

    public nint Surface => _surface;

    public Raster ToRaster(double dpiX, double dpiY)
    {
        NativeCalls.cairo_surface_flush(_surface);
        var raster = new Raster(_width, _height, dpiX, dpiY);
        for (var y = 0; y < _height; y++)
        {
            var row = Row(y);
            for (int x = 0, at = raster.Offset(0, y); x < _width; x++, at += 3)
            {
                raster.Rgb[at] = (byte)(row[x] >> 16 & 255);
                raster.Rgb[at + 1] = (byte)(row[x] >> 8 & 255);
                raster.Rgb[at + 2] = (byte)(row[x] & 255);
            }
        }
        return raster;
    }

    public void Dispose()
    {
        NativeCalls.cairo_destroy(Context);
        NativeCalls.cairo_surface_destroy(_surface);
    }

    private uint* Row(int y) =>
        (uint*)(NativeCalls.cairo_image_surface_get_data(_surface) + (long)y * NativeCalls.cairo_image_surface_get_stride(_surface));
}
