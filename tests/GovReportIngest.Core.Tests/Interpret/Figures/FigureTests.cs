using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>The figures of 24 real reports, laid out in every kind of mess: exact, or open where what is printed does not tell.</summary>
public sealed class FigureTests(ITestOutputHelper output)
{
    private static readonly string[] Marks = ["", "/", "-", "—"];

    public static TheoryData<Mess> Layouts => [.. Enum.GetValues<Mess>()];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Real_figures_are_exact_in_every_layout_but_for_what_cannot_be_told(Mess mess)
    {
        Assert.Equal(24, FigureFile.Ids.Count);
        var score = new FigureScore();
        foreach (var id in FigureFile.Ids)
            for (var mark = 0; mark < Marks.Length; mark++)
            {
                var file = FigureFile.Load(id);
                if (mark > 0 && file.Cells.Values.All(value => value is not null))
                    continue;
                var layout = new FigureLayout(file, mess, Marks[mark], seed: mark);
                score.Add(file, layout.Write(), layout.Rows, $"{id} with '{Marks[mark]}'");
            }

        output.WriteLine($"» Figure files, {mess}: {score}");
        Assert.True(score.Faults.Count == 0, $"{score.Faults.Count} faults:\n{string.Join('\n', score.Faults.Take(30))}");
    }
}
