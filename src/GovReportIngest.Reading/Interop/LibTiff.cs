using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// What libtiff says while Leptonica decodes with it. Leptonica keeps it silent and takes an image that lacks strips or rows for a
/// whole one; the extended handlers are called nevertheless.
/// </summary>
internal static unsafe partial class LibTiff
{
    private const string Library = "libtiff.so.6";

    private static int handlersAreSet;

    [ThreadStatic]
    private static bool sawError;

    /// <summary>From now on errors of this thread are seen.</summary>
    internal static void Watch()
    {
        if (Interlocked.Exchange(ref handlersAreSet, 1) == 0)
        {
            TIFFSetErrorHandlerExt(&OnError);
            TIFFSetWarningHandlerExt(&OnWarning);
        }

        sawError = false;
    }

    /// <summary>Whether something of the image was lost since <see cref="Watch"/>.</summary>
    internal static bool SawError() => sawError;

    [LibraryImport(Library)]
    private static partial nint TIFFSetErrorHandlerExt(delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint, void> handler);

    [LibraryImport(Library)]
    private static partial nint TIFFSetWarningHandlerExt(delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint, void> handler);

    // The last argument is a va_list, which Linux passes as a pointer on x64 and arm64.
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void OnError(nint client, byte* module, byte* format, nint arguments) => sawError = true;

    /// <summary>Warnings are of tags, and of fax rows a few pixels too long or short; only the end of the data before the last row counts.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void OnWarning(nint client, byte* module, byte* format, nint arguments) =>
        sawError |= MemoryMarshal.CreateReadOnlySpanFromNullTerminated(format).StartsWith("Premature EOF"u8);
}
