using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>Owns one reference to a <c>PopplerDocument</c>.</summary>
internal sealed class PopplerDocument() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        GLib.g_object_unref(handle);
        return true;
    }
}
