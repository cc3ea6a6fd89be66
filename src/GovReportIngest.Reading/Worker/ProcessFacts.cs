using System.Globalization;

namespace GovReportIngest.Reading.Worker;

/// <summary>What Linux tells about another process in <c>/proc</c>; zeros once it is gone.</summary>
internal static class ProcessFacts
{
    /// <summary>USER_HZ, which Linux fixes for all that it tells to programs.</summary>
    private const int TicksASecond = 100;

    public static TimeSpan CpuTime(int process)
    {
        var fields = Fields(process);
        return fields.Length > 12
            ? TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / (double)TicksASecond) : TimeSpan.Zero;
    }

    public static long ResidentBytes(int process)
    {
        var fields = Fields(process);
        return fields.Length > 21 ? Number(fields[21]) * Environment.SystemPageSize : 0;
    }

    /// <summary>The fields of proc(5) stat from the third on; the second, a name, may hold spaces and brackets.</summary>
    private static string[] Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
