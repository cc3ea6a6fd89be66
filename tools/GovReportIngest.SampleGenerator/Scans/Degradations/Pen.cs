using GovReportIngest.SampleGenerator.Native;

namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>
/// Corrections by hand: figures struck through, written over, replaced or corrected beside, in black or blue. The digits are drawn
/// from strokes of our own, with slant, size, pressure and jitter of every hand.
/// </summary>
internal static class Pen
{
    private const int Round = 1;

    /// <summary>Between a figure and other characters of its line there is at least so much paper, as a share of its height.</summary>
    private const double Alone = 0.8;

    /// <summary>Strokes of the digits in a box of width 1 and height 1, y down; a stroke is x, y, x, y, …</summary>
    private static readonly double[][][] Digits =
    [
        [[0.55, 0.02, 0.2, 0.2, 0.08, 0.55, 0.25, 0.92, 0.55, 1, 0.85, 0.8, 0.92, 0.45, 0.78, 0.12, 0.5, 0.03]],
        [[0.35, 0.2, 0.55, 0.02, 0.53, 0.5, 0.5, 1]],
        [[0.12, 0.22, 0.4, 0.02, 0.78, 0.1, 0.8, 0.35, 0.45, 0.7, 0.08, 0.98, 0.5, 0.94, 0.95, 0.98]],
        [[0.15, 0.1, 0.5, 0.02, 0.85, 0.18, 0.7, 0.42, 0.4, 0.48, 0.75, 0.55, 0.88, 0.78, 0.55, 1, 0.12, 0.9]],
        [[0.6, 0.02, 0.3, 0.4, 0.06, 0.66, 0.5, 0.66, 0.95, 0.64], [0.68, 0.4, 0.65, 0.7, 0.62, 1]],
        [[0.25, 0.05, 0.2, 0.42, 0.55, 0.38, 0.88, 0.6, 0.75, 0.92, 0.4, 1, 0.1, 0.88], [0.25, 0.05, 0.55, 0.06, 0.85, 0.03]],
        [[0.75, 0.03, 0.38, 0.25, 0.12, 0.62, 0.25, 0.95, 0.6, 0.99, 0.86, 0.78, 0.68, 0.55, 0.35, 0.57, 0.16, 0.75]],
        [[0.08, 0.06, 0.5, 0.08, 0.92, 0.04, 0.62, 0.45, 0.42, 1]],
        [[0.8, 0.15, 0.5, 0.02, 0.2, 0.15, 0.35, 0.4, 0.7, 0.6, 0.8, 0.85, 0.5, 1, 0.18, 0.85, 0.3, 0.6, 0.7, 0.35, 0.8, 0.15]],
        [[0.85, 0.25, 0.5, 0.02, 0.15, 0.22, 0.3, 0.48, 0.65, 0.45, 0.85, 0.22, 0.82, 0.6, 0.7, 1]],
    ];

    /// <param name="page">As printed, without skew.</param>
    /// <param name="characters">Of the page, points.</param>
    /// <param name="share">Of the figures that stand alone.</param>
    public static Raster Correct(Raster page, IReadOnlyList<LayerCharacter> characters, double share, Dice dice)
    {
        var scale = page.DpiX / 72;
        var (hand, isBlue) = (dice.Child("hand"), dice.Chance(0.4));
        var chosen = Figures(characters).Where(_ => dice.Chance(share)).ToList();
        var kinds = chosen.Select(_ => dice.Next(0, 4)).ToList();
        foreach (var (figure, _) in chosen.Zip(kinds).Where(pair => pair.Second == 3))
            Erase(page, figure, scale);
        using var canvas = new Canvas(page);
        var context = canvas.Context;
        NativeCalls.cairo_scale(context, scale, scale);
        NativeCalls.cairo_set_line_cap(context, Round);
        NativeCalls.cairo_set_line_join(context, Round);
        var (red, green, blue) = isBlue ? (0.12, 0.18, 0.66) : (0.1, 0.1, 0.12);
        NativeCalls.cairo_set_source_rgb(context, red, green, blue);
        NativeCalls.cairo_set_line_width(context, hand.Between(0.7, 1.5));
        var habit = new Hand(hand.Between(-0.1, 0.35), hand.Between(0.85, 1.25), hand.Between(0.015, 0.05));
        foreach (var (figure, kind) in chosen.Zip(kinds))
            Write(context, figure, kind, habit, dice);
        return canvas.ToRaster(page.DpiX, page.DpiY);
    }

    /// <param name="Slant">Shift of the head to the right, as a share of the height.</param>
    /// <param name="Size">Height against that of print.</param>
    /// <param name="Jitter">Deviation of a point, as a share of the height.</param>
    private readonly record struct Hand(double Slant, double Size, double Jitter);

    private readonly record struct Figure(string Text, double Left, double Top, double Right, double Bottom)
    {
        public double Height => Bottom - Top;
    }

    private static void Write(nint context, Figure figure, int kind, Hand hand, Dice dice)
    {
        // Boxes of characters are as high as the line of the font; digits fill its middle.
        var (height, digit) = (figure.Height * 0.62, (figure.Right - figure.Left) / figure.Text.Length);
        var top = figure.Top + figure.Height * 0.2;
        switch (kind)
        {
            case 0:
                var lean = dice.Between(-0.2, 0.2) * height;
                Stroke(context, [figure.Left - 1, top + height * 0.5 + lean, figure.Right + 1, top + height * 0.5 - lean]);
                if (dice.Chance(0.5))
                    Number(context, Another(figure.Text, dice), figure.Right + 3, top - height * 0.3, height, hand, dice);
                break;
            case 1:
                var at = dice.Next(0, figure.Text.Length);
                Number(context, Another(figure.Text.Substring(at, 1), dice), figure.Left + at * digit, top, height, hand, dice);
                break;
            case 2:
                // A digit was written beside the print.
                var isBefore = figure.Text.Length > 1 && dice.Chance(0.3);
                Number(context, $"{dice.Next(1, 10)}", isBefore ? figure.Left - digit - 1 : figure.Right + 0.8, top, height, hand, dice);
                break;
            default:
                Number(context, Another(figure.Text, dice), figure.Left, top, height, hand, dice);
                break;
        }
    }

    private static string Another(string text, Dice dice)
    {
        var first = (text[0] - '0' + dice.Next(1, 10)) % 10;
        return $"{(first == 0 && text.Length > 1 ? 1 : first)}{text[1..]}";
    }

    private static void Number(nint context, string text, double left, double top, double height, Hand hand, Dice dice)
    {
        var (tall, wide) = (height * hand.Size * dice.Between(0.92, 1.08), height * hand.Size * dice.Between(0.5, 0.65));
        foreach (var digit in text)
        {
            var lift = top + height - tall + dice.Normal() * 0.04 * tall;
            foreach (var stroke in Digits[digit - '0'])
                Stroke(context, Drawn(stroke, left, lift, wide, tall, hand, dice));
            left += wide * dice.Between(1.15, 1.35);
        }
    }

    private static double[] Drawn(double[] stroke, double left, double top, double wide, double tall, Hand hand, Dice dice)
    {
        var drawn = new double[stroke.Length];
        for (var i = 0; i < stroke.Length; i += 2)
        {
            drawn[i] = left + stroke[i] * wide + ((0.5 - stroke[i + 1]) * hand.Slant + dice.Normal() * hand.Jitter) * tall;
            drawn[i + 1] = top + (stroke[i + 1] + dice.Normal() * hand.Jitter) * tall;
        }
        return drawn;
    }

    /// <summary>A smooth line through the points (Catmull and Rom 1974).</summary>
    private static void Stroke(nint context, double[] points)
    {
        const int Steps = 6;
        var count = points.Length / 2;
        double At(int index, int axis) => points[2 * Math.Clamp(index, 0, count - 1) + axis];
        NativeCalls.cairo_move_to(context, points[0], points[1]);
        for (var i = 0; i + 1 < count; i++)
            for (var step = 1; step <= Steps; step++)
                NativeCalls.cairo_line_to(context, Between(i, (double)step / Steps, 0), Between(i, (double)step / Steps, 1));
        NativeCalls.cairo_stroke(context);

        double Between(int i, double t, int axis)
        {
            var (a, b, c, d) = (At(i - 1, axis), At(i, axis), At(i + 1, axis), At(i + 2, axis));
            return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
        }
    }

    private static void Erase(Raster page, Figure figure, double scale)
    {
        for (var y = (int)((figure.Top + figure.Height * 0.1) * scale); y < (figure.Bottom - figure.Height * 0.1) * scale; y++)
            for (var x = (int)(figure.Left * scale); x < (figure.Right + 0.5) * scale; x++)
                page.Rgb.AsSpan(page.Offset(Math.Min(x, page.Width - 1), Math.Min(y, page.Height - 1)), 3).Fill(255);
    }

    /// <summary>Whole numbers with paper on both sides, as they stand in cells.</summary>
    private static IEnumerable<Figure> Figures(IReadOnlyList<LayerCharacter> characters)
    {
        var lines = characters.GroupBy(c => Math.Round((c.Top + c.Height / 2) / 2)).Select(line => line.OrderBy(c => c.Left).ToList());
        foreach (var line in lines)
        {
            for (var from = 0; from < line.Count;)
            {
                var to = from + 1;
                while (to < line.Count && line[to].Left - line[to - 1].Left - line[to - 1].Width < Alone * line[to].Height)
                    to++;
                var run = line[from..to];
                if (run.All(c => c.Character.Value is >= '0' and <= '9'))
                    yield return new(string.Concat(run.Select(c => c.Character.ToString())), run[0].Left, run.Min(c => c.Top), run[^1].Left + run[^1].Width, run.Max(c => c.Top + c.Height));
                from = to;
            }
        }
    }
}
