using System.Globalization;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Store;

/// <summary>The ways in which verbs over a store answer: JSON for machines, text for people.</summary>
internal static class StoreAnswer
{
    public static void Tell<T>(bool asJson, T json, Action<TextWriter> write)
    {
        if (asJson)
            Console.Out.WriteLine(StoreJson.Write(json));
        else
            write(Console.Out);
    }

    /// <summary>A count as people read it: 12,345.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count of things: 1 report, 2 reports.</summary>
    public static string Counted(long number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";

    public static void WriteDefects(TextWriter output, IReadOnlyList<StoreDefect> defects)
    {
        foreach (var defect in defects)
            output.WriteLine($"✗ {defect.Code}: {TerminalText.Printable(defect.Detail)}");
    }

    public static IReadOnlyList<DefectJson> JsonOf(IReadOnlyList<StoreDefect> defects) => [.. defects.Select(defect => new DefectJson(defect.Code, defect.Detail))];

    /// <summary>What a verb ends with that looked for damage.</summary>
    public static ExitCode ExitOf(IReadOnlyList<StoreDefect> defects) => defects.Count == 0 ? ExitCode.Done : ExitCode.StoreUnavailable;
}
