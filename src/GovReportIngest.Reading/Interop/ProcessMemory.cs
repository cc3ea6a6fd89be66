using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>What this process may still take. Native libraries leave out what does not fit, and say nothing.</summary>
internal static unsafe class ProcessMemory
{
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
}
