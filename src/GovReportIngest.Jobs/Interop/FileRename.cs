using System.Runtime.InteropServices;

namespace GovReportIngest.Jobs.Interop;

/// <summary>rename(2): at once or not at all. File.Move of .NET copies between file systems, and may be ended in the middle.</summary>
internal static partial class FileRename
{
    private const int OtherFileSystem = 18;

    /// <returns>False where the target lies on another file system.</returns>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    public static bool TryRename(string source, string target) => rename(source, target) == 0
        || (Marshal.GetLastPInvokeError() == OtherFileSystem ? false
            : throw new IOException($"{source} cannot be moved to {target} (error {Marshal.GetLastPInvokeError()})."));

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string source, string target);
}
