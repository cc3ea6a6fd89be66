using System.Globalization;

namespace GovReportIngest.Cli.Estimate;

/// <summary>Processor time of this process and all below it, ended ones included, from <c>/proc</c> (proc(5), file stat).</summary>
internal static class ProcessorClock
{
    /// <summary>USER_HZ, which Linux fixes at 100 on every machine that .NET runs on.</summary>
    private const decimal TicksPerSecond = 100;

    private const int Parent = 1;
    private const int FirstTime = 11;
    private const int Times = 4;

    /// <summary>Seconds, in steps of a hundredth.</summary>
    public static decimal Seconds()
    {
        var processes = Directory.EnumerateDirectories("/proc")
            .Select(folder => (Id: Path.GetFileName(folder), Fields: FieldsOf(folder)))
            .Where(process => process.Fields.Length > FirstTime + Times).ToList();
        var children = processes.ToLookup(process => process.Fields[Parent]);
        var open = new Stack<string>([Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        var own = processes.ToDictionary(process => process.Id, process => process.Fields);
        var ticks = 0L;
        while (open.TryPop(out var id))
        {
            ticks += own.TryGetValue(id, out var fields) ? fields.Skip(FirstTime).Take(Times).Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) : 0;
            foreach (var child in children[id])
                open.Push(child.Id);
        }

        return ticks / TicksPerSecond;
    }

    /// <summary>From the state on: the name before it may hold anything. Empty for a process that has just ended.</summary>
    private static string[] FieldsOf(string folder)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            return [];
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
