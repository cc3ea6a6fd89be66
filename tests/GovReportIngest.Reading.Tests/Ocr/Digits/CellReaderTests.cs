using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class CellReaderTests(ITestOutputHelper output)
{
    private static DigitModel Model => DigitModel.Load(Repository.PathOf("models", "digits.json"));

    [Theory]
    [InlineData("clean-300")]
    [InlineData("scan-300")]
    [InlineData("shade-300")]
    [InlineData("scan-200")]
    public void Cells_of_faces_never_trained_on_are_read_or_flagged_never_wrong_in_silence(string condition)
    {
        var score = Measure(condition, ["AR PL SungtiL GB", "C059"], seed: 71_000);
        Assert.Equal(0, score.Silent);
        Assert.True(score.Exact >= 0.97 * score.Cells, $"{score.Exact} of {score.Cells} exact");
        Assert.True(score.Flagged <= 0.06 * score.Cells, $"{score.Flagged} of {score.Cells} flagged");
    }

    private CellScore Measure(string condition, IReadOnlyList<string> faces, int seed)
    {
        using var reader = new CellReader(Model);
        var scan = ScanCondition.All.Single(known => known.Name == condition);
        var score = faces.Select((face, k) => CellEvaluation.Measure(reader, CellSheet.Draw(face, false, scan, seed + k))).Aggregate(CellScore.None, (sum, sheet) => sum + sheet);
        foreach (var failure in score.Failures)
            output.WriteLine(failure);
        return score;
    }
}
