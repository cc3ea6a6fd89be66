namespace GovReportIngest.Training.Headings;

/// <summary>What was measured of the heading classifier.</summary>
/// <param name="Unseen">Documents of all families, none of them trained on.</param>
/// <param name="Unnumbered">The same without any numbers.</param>
/// <param name="LeftOut">By family: what a model trained without the family got on it.</param>
internal sealed record HeadingReport(HeadingScore Unseen, HeadingScore Unnumbered, IReadOnlyList<(string Family, HeadingScore Score)> LeftOut)
{
    public decimal MeanF1 => LeftOut.Average(left => left.Score.MacroF1);

    public decimal WorstF1 => LeftOut.Min(left => left.Score.MacroF1);

    public decimal MeanExact => LeftOut.Average(left => left.Score.ExactShare);

    public decimal WorstExact => LeftOut.Min(left => left.Score.ExactShare);
}
