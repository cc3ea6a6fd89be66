using System.Globalization;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Series;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Series;

/// <summary>How many errors among drawn years are found, and how many of what is found are errors (the figures of docs/series.md).</summary>
public sealed class OutlierAccuracyTests(ITestOutputHelper output)
{
    private const int FirstYear = 2021;
    private const int Agencies = 6000;

    /// <summary>Of series one in so many has an error.</summary>
    private const int SeriesAnError = 7;

    /// <summary>An error is gross if it changes the number by this factor, and by more than <see cref="GrossDifference"/>.</summary>
    private const double GrossFactor = 5;
    private const int GrossDifference = 20;

    private static readonly Concept Received = TextReports.Concepts.Find("requests-received")!;

    [Fact]
    public void Of_errors_that_change_a_number_by_a_factor_of_five_most_are_found_and_little_else()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        var drawn = new DrawnSeries(random);
        var (gross, grossFound, small, smallFound, right, falsely) = (0, 0, 0, 0, 0, 0);
        for (var agency = 0; agency < Agencies; agency++)
        {
            var values = drawn.Draw(random.Next(3, 9)).ToArray();
            var wrong = random.Next(SeriesAnError) == 0 ? random.Next(values.Length) : -1;
            var isGross = false;
            if (wrong >= 0 && drawn.WithAnError(values[wrong]) is { } error)
                (isGross, values[wrong]) = (IsGross(values[wrong], error), error);
            else
                wrong = -1;
            var found = OutliersOf(values);
            var isFound = found.Remove(wrong);
            (right, falsely) = (right + values.Length - (wrong < 0 ? 0 : 1), falsely + found.Count);
            if (wrong >= 0 && isGross)
                (gross, grossFound) = (gross + 1, grossFound + (isFound ? 1 : 0));
            else if (wrong >= 0)
                (small, smallFound) = (small + 1, smallFound + (isFound ? 1 : 0));
        }

        var precision = (double)(grossFound + smallFound) / (grossFound + smallFound + falsely);
        var recall = (double)grossFound / gross;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"» outliers, seed {seed}: {precision:P1} of the found are errors; found {grossFound} of {gross} gross errors ({recall:P1}), {smallFound} of {small} smaller ones; {1000.0 * falsely / right:0.0} of 1,000 right values named"));
        Assert.True(precision >= 0.8, $"precision {precision}");
        Assert.True(recall >= 0.8, $"recall {recall}");
    }

    private static bool IsGross(int value, int error) =>
        Math.Abs(value - error) > GrossDifference && Math.Max(value, error) >= GrossFactor * Math.Max(1, Math.Min(value, error));

    /// <summary>Indices of the years.</summary>
    private static HashSet<int> OutliersOf(int[] values)
    {
        YearReport[] reports = [.. values.Select((value, index) => new YearReport($"{FirstYear + index}", "甲局", FirstYear + index, "cn-gov-disclosure-annual/2021", [],
            new Dictionary<string, RecordField> { ["requests.new_received.total"] = new() { State = FieldState.Printed, Value = new FieldValue.Number(value), Probability = 1 } }))];
        return [.. AgencySeries.Of("甲局", reports, Received, TextReports.Forms).Outliers.Select(outlier => outlier.Point.Year - FirstYear)];
    }
}
