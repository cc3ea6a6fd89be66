using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// GLib and GObject as Poppler's C interface needs them. What a function gives "transfer full" is freed by
/// <see cref="g_free"/> or <see cref="g_object_unref"/>, an error by <see cref="g_error_free"/>.
/// </summary>
internal static unsafe partial class GLib
{
    private const string Base = "libglib-2.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";

    private static int handlerIsSet;

    [ThreadStatic]
    private static bool sawContentError;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Error
    {
        public uint Domain;
        public int Code;
        public nint Message;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct List
    {
        public nint Data;
        public List* Next;
        public List* Previous;
    }

    [LibraryImport(Base)]
    internal static partial void g_free(nint memory);

    [LibraryImport(Base)]
    internal static partial void g_error_free(Error* error);

    [LibraryImport(Base, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint g_filename_to_uri(string path, string? host, nint error);

    [LibraryImport(Objects)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(Base)]
    private static partial nint g_log_set_default_handler(delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> handler, nint data);

    /// <summary>
    /// Sends every message of GLib and Poppler to standard error, one line each: GLib writes some levels to
    /// standard output, which belongs to the answers of a worker.
    /// </summary>
    internal static void SendMessagesToStandardError()
    {
        if (Interlocked.Exchange(ref handlerIsSet, 1) == 0)
            g_log_set_default_handler(&OnMessage, 0);
    }

    /// <summary>
    /// Whether Poppler, called by this thread, skipped damaged content since this was asked last: it goes on after a syntax error
    /// without what it could not understand. Warnings are of what it mended.
    /// </summary>
    internal static bool TakeContentError()
    {
        var saw = sawContentError;
        sawContentError = false;
        return saw;
    }

    /// <summary>Takes over a string of GLib: copies it and frees the original.</summary>
    internal static string TakeString(nint text)
    {
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            g_free(text);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void OnMessage(nint domain, int level, nint message, nint data)
    {
        // Nothing may be thrown through native frames; a message that cannot be written is not worth more.
        try
        {
            var text = Marshal.PtrToStringUTF8(message) ?? "";
            sawContentError |= text.StartsWith("Syntax error", StringComparison.Ordinal);
            Console.Error.WriteLine($"{Marshal.PtrToStringUTF8(domain)}: {text}");
        }
        catch (IOException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
