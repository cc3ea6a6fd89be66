using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Evaluate;

/// <summary>Counts of labelled fields. Silent wrong: state or value differs, or the field is absent, and nothing is open for it.</summary>
public sealed record FieldScore(int Fields = 0, int Exact = 0, int Flagged = 0, int SilentWrong = 0)
{
    public static FieldScore operator +(FieldScore a, FieldScore b) =>
        new(a.Fields + b.Fields, a.Exact + b.Exact, a.Flagged + b.Flagged, a.SilentWrong + b.SilentWrong);
}

/// <summary>Fields whose probability lies in [<see cref="From"/>, <see cref="To"/>).</summary>
public sealed record CalibrationBin(decimal From, decimal To, int Fields, decimal MeanProbability, int Exact);

/// <summary>A field that differs from the truth.</summary>
public sealed record Mistake(string Document, string Path, string Expected, string Found, bool IsSilent);

/// <summary>Figures of one group of documents (a sub-folder of the truth, or all).</summary>
public sealed record GroupScore
{
    public required string Name { get; init; }

    public int Documents { get; init; }

    /// <summary>Documents without a record.</summary>
    public int Absent { get; init; }

    public int NothingOpen { get; init; }

    public int FormsRight { get; init; }

    public FieldScore All { get; init; } = new();

    /// <summary>Only fields whose true value is not 0: most real cells are 0 and flatter every reader.</summary>
    public FieldScore NonZero { get; init; } = new();

    public int Tables { get; init; }

    public int TablesExact { get; init; }

    public int Characters { get; init; }

    /// <summary>Edit distance over letters and digits of the prose.</summary>
    public int CharacterErrors { get; init; }

    public int Outlines { get; init; }

    public int OutlinesExact { get; init; }

    public int HeadingsExpected { get; init; }

    public int HeadingsFound { get; init; }

    public int HeadingsRight { get; init; }

    public int ViolationsFound { get; init; }

    public int ViolationsMissed { get; init; }

    public int ViolationsInvented { get; init; }

    public IReadOnlyList<CalibrationBin> Calibration { get; init; } = [];

    public decimal? CharacterErrorRate => Characters == 0 ? null : (decimal)CharacterErrors / Characters;

    public decimal? HeadingF1 => HeadingsExpected + HeadingsFound == 0 ? null : 2m * HeadingsRight / (HeadingsExpected + HeadingsFound);
}

/// <summary>What <c>govreport evaluate</c> found: all documents first, then group by group, and every mistake.</summary>
public sealed record EvaluationReport(IReadOnlyList<GroupScore> Groups, IReadOnlyList<Mistake> Mistakes);

/// <summary>The score of one document, before it is added to its group.</summary>
internal sealed record DocumentScore(GroupScore Score, IReadOnlyList<Mistake> Mistakes, IReadOnlyList<(decimal Probability, bool IsExact)> Trust);
