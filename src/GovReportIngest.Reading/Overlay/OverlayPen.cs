using System.Globalization;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Interop;
using static GovReportIngest.Reading.Interop.Cairo;

namespace GovReportIngest.Reading.Overlay;

/// <summary>Draws legend, shapes and labels of one overlay; its context is scaled to points, the legend above the page.</summary>
internal sealed unsafe class OverlayPen(CairoContext context, PageOverlay overlay)
{
    private const double LabelSize = 5;
    private const double ReasonSize = 4;
    private const double SmallestLabel = 3.2;
    private const double SmallestReason = 2.8;
    private const double LargestWord = 4.5;
    private const double SmallestWord = 2.4;
    private const double LegendSize = 6.5;
    private const double LegendRow = 9;
    private const double LegendLeft = 6;
    private const double NoteRow = 7;
    private const double NoteWidth = 195;
    private const double Gap = 1.5;
    private static readonly (double, double, double) Ink = (0.1, 0.1, 0.1);

    private readonly OverlayType type = new(context, overlay.Width);

    private readonly List<(double Left, double Top, double Right, double Bottom)> fields =
        [.. overlay.Shapes.Where(shape => shape.Kind >= OverlayKind.Sure).Select(shape => Bounds(shape.Corners))];

    /// <summary>Height of the legend, points; it stands above the page, so that it hides nothing.</summary>
    public static double LegendHeightOf(PageOverlay overlay) =>
        2 * LegendRow + (overlay.Notes.Count + NoteColumns(overlay) - 1) / NoteColumns(overlay) * NoteRow + 5;

    /// <summary>With the origin at the top left corner of the page.</summary>
    public void DrawShapes()
    {
        foreach (var shape in overlay.Shapes)
            Draw(shape);
        foreach (var shape in overlay.Shapes)
            Label(shape);
    }

    /// <summary>Title, a sample of every kind with its count on the page, and the notes, from the origin down.</summary>
    public void DrawLegend()
    {
        type.IsBold = false;
        type.Size = LegendSize;
        type.Write(overlay.Title, LegendLeft, LegendRow, Ink);
        DrawKinds(2 * LegendRow);
        type.Size = LabelSize;
        var columns = NoteColumns(overlay);
        for (var i = 0; i < overlay.Notes.Count; i++)
            type.Write(overlay.Notes[i], LegendLeft + i % columns * NoteWidth, 2 * LegendRow + (i / columns + 1) * NoteRow,
                OverlayStyle.Of(OverlayKind.Flagged).TextChannels);
    }

    private static int NoteColumns(PageOverlay overlay) => Math.Max(1, (int)(overlay.Width / NoteWidth));

    private void Draw(OverlayShape shape)
    {
        var style = OverlayStyle.Of(shape.Kind);
        var corners = shape.Corners;
        if (corners.Count < 4)
            return;
        if (corners.Count > 4 && style.Growth != 0)
            Trace(Grown(shape, style.Growth));
        else
            Trace(corners);
        Stroke(style, style.WidthAt(shape.Level), isClosed: corners.Count > 4);
    }

    private void Trace(IReadOnlyList<double> corners)
    {
        CairoText.MoveTo(context, corners[0], corners[1]);
        for (var i = 2; i + 1 < corners.Count; i += 2)
            cairo_line_to(context, corners[i], corners[i + 1]);
    }

    private void Stroke(OverlayStyle style, double width, bool isClosed)
    {
        var (red, green, blue) = style.Channels;
        if (isClosed)
            cairo_close_path(context);
        if (isClosed && style.Filling > 0)
        {
            cairo_set_source_rgba(context, red, green, blue, style.Filling);
            cairo_fill_preserve(context);
        }

        var dashes = stackalloc double[] { 2, 1.5 };
        cairo_set_dash(context, dashes, style.IsDashed ? 2 : 0, 0);
        cairo_set_source_rgb(context, red, green, blue);
        cairo_set_line_width(context, width);
        cairo_stroke(context);
    }

    private void Label(OverlayShape shape)
    {
        if (string.IsNullOrEmpty(shape.Label))
            return;
        var style = OverlayStyle.Of(shape.Kind);
        var (left, top, right, bottom) = Bounds(Grown(shape, style.Growth));
        if (shape.Kind == OverlayKind.Word)
        {
            WriteWord(shape.Label, (left, right, bottom), style);
            return;
        }

        type.IsBold = shape.Kind is OverlayKind.Flagged or OverlayKind.Finding;
        if (shape.LabelSide == OverlayLabelSide.Right)
        {
            WriteBeside(shape, (left, right, bottom, (top + bottom) / 2), style);
            return;
        }

        type.Size = LabelSize;
        var baseline = shape.LabelSide == OverlayLabelSide.Above ? top - Gap : bottom + Gap + LabelSize * 0.75;
        type.Write($"{shape.Label}  {shape.Reason}".TrimEnd(), left, baseline, style.TextChannels);
    }

    /// <summary>As it was read, below the word and no wider, so that both can be compared.</summary>
    private void WriteWord(string text, (double Left, double Right, double Bottom) at, OverlayStyle style)
    {
        type.IsBold = false;
        type.Size = Fit(text, LargestWord, SmallestWord, at.Right - at.Left);
        type.Write(text, at.Left, at.Bottom + 0.8 * type.Size, style.TextChannels);
    }

    /// <summary>Value, and its reason below, right of a field; below the field where the next one is too near.</summary>
    private void WriteBeside(OverlayShape shape, (double Left, double Right, double Bottom, double Middle) at, OverlayStyle style)
    {
        var space = SpaceRightOf(shape, at.Right) - 2 * Gap;
        type.Size = LabelSize;
        var fits = type.WidthOf(shape.Label!) * SmallestLabel / LabelSize <= space;
        type.Size = fits ? Fit(shape.Label!, LabelSize, SmallestLabel, space) : LabelSize;
        var (x, baseline) = !fits ? (at.Left, at.Bottom + Gap + LabelSize * 0.75)
            : (at.Right + Gap, shape.Reason is null ? at.Middle + type.Size * 0.36 : at.Middle);
        type.Write(shape.Label!, x, baseline, style.TextChannels);
        if (shape.Reason is null)
            return;
        type.IsBold = false;
        foreach (var line in Wrapped(shape.Reason, space))
        {
            type.Size = Fit(line, ReasonSize, SmallestReason, space);
            type.Write(line, x, baseline += type.Size, style.TextChannels);
        }
    }

    /// <summary>In two lines at a hyphen where one line would run into the next field.</summary>
    private string[] Wrapped(string reason, double space)
    {
        type.Size = SmallestReason;
        if (type.WidthOf(reason) <= space)
            return [reason];
        var hyphen = Enumerable.Range(0, reason.Length).Where(at => reason[at] == '-').OrderBy(at => Math.Abs(2 * at - reason.Length)).FirstOrDefault(-1);
        return hyphen < 0 ? [reason] : [reason[..(hyphen + 1)], reason[(hyphen + 1)..]];
    }

    private double Fit(string text, double largest, double smallest, double space)
    {
        type.Size = largest;
        return Math.Clamp(largest * space / Math.Max(0.1, type.WidthOf(text)), smallest, largest);
    }

    /// <summary>Points between a box and the next field in its row.</summary>
    private double SpaceRightOf(OverlayShape shape, double right)
    {
        var (_, top, _, bottom) = Bounds(shape.Corners);
        var next = fields.Where(box => box.Left > right && box.Top < bottom && box.Bottom > top).Select(box => box.Left);
        return next.Append(overlay.Width).Min() - right;
    }

    private void DrawKinds(double baseline)
    {
        var x = LegendLeft;
        var middle = baseline - LegendSize * 0.36;
        foreach (var kind in overlay.Shapes.GroupBy(shape => shape.Kind).OrderBy(kind => kind.Key))
        {
            var style = OverlayStyle.Of(kind.Key);
            Trace(kind.Key == OverlayKind.Ruling ? [x, middle, x + 10, middle]
                : [x, middle - 2.5, x + 10, middle - 2.5, x + 10, middle + 2.5, x, middle + 2.5]);
            Stroke(style, style.Width, isClosed: kind.Key != OverlayKind.Ruling);
            var text = string.Create(CultureInfo.InvariantCulture, $"{style.Name} {kind.Count()}");
            type.IsBold = kind.Key is OverlayKind.Flagged or OverlayKind.Finding;
            x += 13;
            type.Write(text, x, baseline, Ink);
            x += type.WidthOf(text) + 12;
        }

        type.IsBold = false;
    }

    /// <summary>Boxes of records are upright; each side moves out by the growth, but never past the middle.</summary>
    private static double[] Grown(OverlayShape shape, double growth)
    {
        var (left, top, right, bottom) = Bounds(shape.Corners);
        var (across, down) = (Math.Max(growth, (left - right) / 3), Math.Max(growth, (top - bottom) / 3));
        return [left - across, top - down, right + across, top - down, right + across, bottom + down, left - across, bottom + down];
    }

    private static (double Left, double Top, double Right, double Bottom) Bounds(IReadOnlyList<double> corners)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = 0; i + 1 < corners.Count; i += 2)
        {
            (left, right) = (Math.Min(left, corners[i]), Math.Max(right, corners[i]));
            (top, bottom) = (Math.Min(top, corners[i + 1]), Math.Max(bottom, corners[i + 1]));
        }

        return (left, top, right, bottom);
    }
}
