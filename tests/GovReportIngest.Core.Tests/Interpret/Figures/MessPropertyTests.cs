using FsCheck;
using FsCheck.Fluent;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>Random figures in random mess. GOVREPORT_LONG=1 runs 20,000 cases from a seed of the day, else 500 from a fixed one.</summary>
public sealed class MessPropertyTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null;
    private static readonly int Cases = IsLong ? 20_000 : 500;

    private static readonly string[] Forms =
    [
        "cn-gov-disclosure-annual/2021", "cn-gov-disclosure-annual/2021", "cn-gov-disclosure-annual/2019", "cn-gov-disclosure-annual/2019",
        "cn-fujian-disclosure-appendix/2009", "cn-fujian-disclosure-appendix/2014", "cn-gov-disclosure-statistics/2014", "cn-shanghai-disclosure-statistics/2008",
    ];

    private static readonly Mess[] Whole = [Mess.Tabs, Mess.ShiftedTabs, Mess.Spaces, Mess.Pipes, Mess.OneCellALine, Mess.LastFusedWithNextLabel];
    private static readonly Mess[] Fused = [Mess.Fused, Mess.PartlyFused, Mess.FusedWithNextLabel, Mess.SomeRowsFused];

    [Fact]
    public void Rows_that_did_not_run_together_are_exact_with_hardly_anything_open()
    {
        var score = new FigureScore();
        var silent = Run(Whole, (file, layout, name) => score.Add(file, layout.Write(), layout.Rows, name, isJudged: true), () => score.Silent);
        output.WriteLine($"» {Cases} random reports that did not run together: {score}");
        Assert.True(silent == 0 && score.Faults.All(fault => fault.Contains("is open without need", StringComparison.Ordinal)), string.Join('\n', score.Faults.Take(20)));
        Assert.True(score.NeedlessShare <= 0.01, string.Join('\n', score.Faults.Take(20)));
    }

    [Fact]
    public void Rows_that_ran_together_are_hardly_ever_wrong_without_being_open()
    {
        var score = new FigureScore();
        var silent = Run(Fused, (file, layout, name) => score.Add(file, layout.Write(), layout.Rows, name, isJudged: false), () => score.SilentRows);
        output.WriteLine($"» {Cases} random reports that ran together: {score}; {silent} of {score.Rows} rows silently wrong");
        Assert.True(silent * 10_000 <= score.Rows, string.Join('\n', score.Faults.Take(20)));
    }

    private int Run(Mess[] messes, Action<FigureFile, FigureLayout, string> add, Func<int> count)
    {
        var seed = IsLong ? (ulong)Environment.TickCount64 : 20_261_121UL;
        output.WriteLine($"» seed of {string.Join(", ", messes)}: {seed}");
        var cases =
            from form in Gen.Elements(Forms)
            from mess in Gen.Elements(messes)
            from figures in Gen.Choose(0, int.MaxValue)
            from slips in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
            from mark in Gen.Elements("/", "-", "—")
            from nulls in Gen.Elements(0.0, 0.0, 0.1)
            select (form, mess, figures, slips, mark, nulls);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithReplay(seed, 1UL), Prop.ForAll(cases.ToArbitrary(), made =>
        {
            var file = new MadeFigures(made.form, made.figures) { Slips = made.slips, NullShare = made.nulls }.Make();
            var layout = new FigureLayout(file, made.mess, made.mark, made.figures);
            add(file, layout, $"{made}");
        }));
        return count();
    }
}
