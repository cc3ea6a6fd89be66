using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>Owns one reference to a <c>PopplerPage</c>, which itself keeps its document alive.</summary>
internal sealed class PopplerPage() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        GLib.g_object_unref(handle);
        return true;
    }
}
