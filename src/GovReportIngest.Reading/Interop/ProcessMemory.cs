using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>What this process may still take. Native libraries leave out what does not fit, and say nothing.</summary>
internal static unsafe partial class ProcessMemory
{
    private const int Data = 2;

    /// <summary>Private writable bytes that this process may have (RLIMIT_DATA).</summary>
    public static long Limit { get; } = getrlimit(Data, out var limit) == 0 && limit.Current < long.MaxValue ? (long)limit.Current : long.MaxValue;

    /// <summary>Whether so many bytes can be had at once; they are not touched, so that asking costs nothing.</summary>
    public static bool CanHold(long bytes)
    {
        try
        {
            NativeMemory.Free(NativeMemory.Alloc((nuint)bytes));
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    /// <exception cref="InsufficientMemoryException">So many bytes cannot be had.</exception>
    public static void Demand(long bytes)
    {
        if (!CanHold(bytes))
            throw new InsufficientMemoryException($"{bytes} bytes cannot be had.");
    }

    [LibraryImport("libc")]
    private static partial int getrlimit(int resource, out Limits limits);

    private readonly record struct Limits(ulong Current, ulong Most);
}
