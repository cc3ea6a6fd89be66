using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Worker;

/// <summary>The few system calls a worker makes at its start and end.</summary>
internal static partial class LibC
{
    private const string Library = "libc";

    public const int SetParentDeathSignal = 1;
    public const int SetNoNewPrivileges = 38;
    public const int Kill = 9;

    [LibraryImport(Library, SetLastError = true)]
    public static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int dup(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int dup2(int from, int to);

    /// <summary>Ends the process at once, whatever its threads do.</summary>
    [LibraryImport(Library)]
    public static partial void _exit(int status);
}
