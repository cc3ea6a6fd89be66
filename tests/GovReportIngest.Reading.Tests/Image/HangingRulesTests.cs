using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class HangingRulesTests
{
    /// <summary>Pixels per point.</summary>
    private const double Scale = 2;

    /// <summary>A group's name at the left spans the rows, whose rules begin at 100 points.</summary>
    private static readonly Ruling[] Rules = [Across(50, 20, 300), Across(80, 100, 300), Across(110, 100, 300), Across(140, 20, 300)];

    [Fact]
    public void Beside_rules_that_begin_in_the_table_what_spans_their_rows_is_parted_from_these()
    {
        Assert.Equal([(50, 80), (80, 110), (110, 140)], Sides(Rules).Select(side => ((int)side.Start, (int)side.End)).Order());
        Assert.All(Sides(Rules), side => Assert.Equal((RulingDirection.Vertical, 100.0, 0.0), (side.Direction, side.Position, side.Thickness)));
    }

    [Fact]
    public void Words_that_run_through_belong_to_one_cell() =>
        Assert.Equal([(80, 110), (110, 140)], Sides(Rules, new Box(60, 60, 80, 10)).Select(side => ((int)side.Start, (int)side.End)).Order());

    [Fact]
    public void Ends_of_the_table_and_ends_at_rules_down_need_no_sides()
    {
        Assert.Empty(Sides([Across(50, 20, 300), Across(80, 20, 300), Across(110, 20, 300)]));
        Assert.Empty(Sides([.. Rules, new(RulingDirection.Vertical, 101, 48, 142, 1)]));
    }

    private static Ruling Across(double y, double from, double to) => new(RulingDirection.Horizontal, y, from, to, 1);

    /// <param name="words">Their ink, points.</param>
    private static IReadOnlyList<Ruling> Sides(IReadOnlyList<Ruling> rules, params Box[] words)
    {
        using var ink = PixImage.Checked(Leptonica.pixCreate(700, 400, 1), "pixCreate");
        foreach (var box in words)
            PixelPaint.Ink(ink, new PixelBox((int)(box.X * Scale), (int)(box.Y * Scale), (int)(box.Width * Scale), (int)(box.Height * Scale)));
        return HangingRules.Sides(rules, ink, Scale);
    }
}
