using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>Owns one reference to a <c>cairo_surface_t</c>.</summary>
internal sealed class CairoSurface() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.cairo_surface_destroy(handle);
        return true;
    }
}
