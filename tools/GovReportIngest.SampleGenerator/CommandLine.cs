using System.Globalization;
using GovReportIngest.SampleGenerator.Scans;

namespace GovReportIngest.SampleGenerator;

/// <summary>What was asked for on the command line; unknown words end with the usage.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        usage: samples [--out DIR] [--only text,pdf,scan,html,docx]
                   rewrites the samples (DIR: samples)
               corpus --out DIR [--seed N] [--reports K] [--first I] [--conditions NAME,NAME,...] [--looks book|wild] [--only text,pdf,html,docx] [--contradictions SHARE]
                   writes a corpus for measurements; wild looks are put together by chance; conditions need pdf; in a SHARE of the
                   reports (0 to 1) a sentence gives another number than the table
               tables --out DIR [--seed N] [--reports K] [--first I] [--conditions NAME,NAME,...]
                   writes documents with tables of all kinds, and what govreport tables should make of them
        """;

    public required string Verb { get; init; }

    public required string Out { get; init; }

    public ulong Seed { get; init; } = 1;

    public int First { get; init; } = 1;

    public int Reports { get; init; } = 10;

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public bool IsWild { get; init; }

    /// <summary>Share of the reports whose text contradicts a table, 0 to 1.</summary>
    public double Contradictions { get; init; }

    public IReadOnlyList<string> Parts { get; init; } = ["text", "pdf", "scan", "html", "docx"];

    /// <exception cref="ArgumentException">The words make no command.</exception>
    public static CommandLine Parse(string[] words)
    {
        var verb = words.FirstOrDefault() ?? "";
        var line = new CommandLine { Verb = verb, Out = verb == "samples" ? "samples" : "" };
        for (var at = 1; at < words.Length; at += 2)
            line = With(line, words[at], at + 1 < words.Length ? words[at + 1] : throw new ArgumentException($"{words[at]} needs a value"));
        return verb is "samples" or "corpus" or "tables" && line.Out.Length > 0 ? line : throw new ArgumentException("samples, corpus or tables --out DIR");
    }

    private static CommandLine With(CommandLine line, string name, string value) => name switch
    {
        "--out" => line with { Out = value },
        "--seed" => line with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) },
        "--first" => line with { First = int.Parse(value, CultureInfo.InvariantCulture) },
        "--reports" => line with { Reports = int.Parse(value, CultureInfo.InvariantCulture) },
        "--conditions" => line with { Conditions = [.. value.Split(',').Select(Condition.Named)] },
        "--looks" => line with { IsWild = value switch { "wild" => true, "book" => false, _ => throw new ArgumentException($"unknown looks {value}") } },
        "--contradictions" => line with { Contradictions = double.Parse(value, CultureInfo.InvariantCulture) },
        "--only" => line with { Parts = value.Split(',') },
        _ => throw new ArgumentException($"unknown option {name}"),
    };
}
