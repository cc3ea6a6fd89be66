using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>Owns one reference to a <c>cairo_t</c>.</summary>
internal sealed class CairoContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.cairo_destroy(handle);
        return true;
    }
}
