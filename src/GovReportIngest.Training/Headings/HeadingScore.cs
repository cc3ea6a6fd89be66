using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>How lines were classified after decoding, and how many outlines were exact.</summary>
internal sealed class HeadingScore
{
    /// <summary>Classes with fewer lines are not counted in <see cref="MacroF1"/>: their figure is chance.</summary>
    public const int FewestLines = 200;

    private readonly int[,] confusion = new int[HeadingModel.Classes, HeadingModel.Classes];

    public int Documents { get; private set; }

    public int ExactOutlines { get; private set; }

    public IEnumerable<LineClass> Classes => Enum.GetValues<LineClass>().Where(kind => LinesOf(kind) > 0);

    public void Add(LineClass truth, LineClass found) => confusion[(int)truth, (int)found]++;

    public void AddOutline(bool isExact)
    {
        Documents++;
        ExactOutlines += isExact ? 1 : 0;
    }

    public void Add(HeadingScore other)
    {
        foreach (var truth in Enum.GetValues<LineClass>())
            foreach (var found in Enum.GetValues<LineClass>())
                confusion[(int)truth, (int)found] += other.Count(truth, found);
        Documents += other.Documents;
        ExactOutlines += other.ExactOutlines;
    }

    public int Count(LineClass truth, LineClass found) => confusion[(int)truth, (int)found];

    public int LinesOf(LineClass kind) => Enumerable.Range(0, HeadingModel.Classes).Sum(found => confusion[(int)kind, found]);

    public decimal Precision(LineClass kind) => Share(confusion[(int)kind, (int)kind], Enumerable.Range(0, HeadingModel.Classes).Sum(truth => confusion[truth, (int)kind]));

    public decimal Recall(LineClass kind) => Share(confusion[(int)kind, (int)kind], LinesOf(kind));

    public decimal F1(LineClass kind) => Precision(kind) + Recall(kind) is > 0 and var sum ? 2 * Precision(kind) * Recall(kind) / sum : 0;

    public decimal MacroF1 => Enum.GetValues<LineClass>().Where(kind => LinesOf(kind) >= FewestLines).Select(F1).DefaultIfEmpty(0).Average();

    public decimal ExactShare => Share(ExactOutlines, Documents);

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : (decimal)part / whole;
}
