using System.Globalization;
using System.Text;
using System.Xml;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Series;

/// <summary>
/// Series as SVG, one panel an agency: a dot a report, filled where nothing is open; lines only between years that follow each other on the same form; where the form
/// changes, a dashed rule with the name of the new one.
/// </summary>
public sealed class SeriesChart(Concept concept, Tongue tongue)
{
    private const int Width = 760;
    private const int PanelHeight = 260;
    private const int Left = 70;
    private const int Right = 20;
    private const int Top = 46;
    private const int Bottom = 34;
    private const int Steps = 4;
    private const string Line = "#1f5fa8";
    private const string Doubt = "#b45309";
    private const string Faint = "#6b7280";

    private readonly StringBuilder svg = new();

    /// <param name="concept">What they are of.</param>
    /// <param name="tongue">Of the words.</param>
    /// <param name="agencies">At least one, each with at least one point.</param>
    public static string Draw(Concept concept, Tongue tongue, IReadOnlyList<AgencySeries> agencies) => new SeriesChart(concept, tongue).Draw(agencies);

    private string Draw(IReadOnlyList<AgencySeries> agencies)
    {
        var title = $"{concept.Name(tongue)} ({concept.Unit})";
        Put($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {agencies.Count * PanelHeight}" width="{Width}" height="{agencies.Count * PanelHeight}" font-family="sans-serif" font-size="12" role="img" aria-label="{Text(title)}">""");
        Put($"""<rect width="{Width}" height="{agencies.Count * PanelHeight}" fill="#ffffff"/>""");
        foreach (var (index, agency) in agencies.Index())
        {
            Put($"""<g transform="translate(0 {index * PanelHeight})">""");
            Write(Left, 18, $"{agency.Agency} · {title}", size: 14);
            DrawPanel(agency);
            Put("</g>");
        }

        Put("</svg>");
        return svg.ToString();
    }

    private void DrawPanel(AgencySeries agency)
    {
        var (first, last) = (agency.Points[0].Year, agency.Points[^1].Year);
        var step = StepOf(agency.Points.Max(point => point.Value ?? 0));
        double X(double year) => first == last ? (Left + Width - Right) / 2.0 : Left + 20 + (year - first) / (last - first) * (Width - Left - Right - 40);
        double Y(decimal value) => PanelHeight - Bottom - (double)(value / (Steps * step)) * (PanelHeight - Top - Bottom);
        DrawAxes(first, last, step, X, Y);
        foreach (var year in agency.Breaks)
            DrawBreak(X(year - 0.5), agency.Points.First(point => point.Year == year).Form);
        foreach (var (from, to) in agency.Points.Zip(agency.Points.Skip(1)).Where(pair => pair.Second.Year == pair.First.Year + 1 && pair.First.Form == pair.Second.Form))
            if (from.Value is { } start && to.Value is { } end)
                Put($"""<line x1="{Number(X(from.Year))}" y1="{Number(Y(Math.Max(0, start)))}" x2="{Number(X(to.Year))}" y2="{Number(Y(Math.Max(0, end)))}" stroke="{Line}" stroke-width="2"/>""");
        foreach (var point in agency.Points)
            DrawPoint(point, X(point.Year), Y(Math.Max(0, point.Value ?? 0)), agency.Outliers.Any(outlier => outlier.Point == point));
    }

    private void DrawAxes(int first, int last, decimal step, Func<double, double> x, Func<decimal, double> y)
    {
        for (var tick = 0; tick <= Steps; tick++)
        {
            Put($"""<line x1="{Left}" y1="{Number(y(tick * step))}" x2="{Width - Right}" y2="{Number(y(tick * step))}" stroke="{(tick == 0 ? "#374151" : "#e5e7eb")}"/>""");
            Write(Left - 6, y(tick * step) + 4, (tick * step).ToString("#,0.####", CultureInfo.InvariantCulture), "end", Faint);
        }

        for (var year = first; year <= last; year++)
            Write(x(year), PanelHeight - Bottom + 18, year.ToString(CultureInfo.InvariantCulture), "middle", Faint);
    }

    private void DrawBreak(double x, string form)
    {
        Put($"""<line x1="{Number(x)}" y1="{Top - 12}" x2="{Number(x)}" y2="{PanelHeight - Bottom}" stroke="{Faint}" stroke-dasharray="4 4"/>""");
        Write(Math.Min(x + 4, Width - Right - 150), Top - 4, form.Split('/')[^1] is var generation ? tongue[$"form of {generation}", $"{generation} 年表式"] : "", "start", Faint);
    }

    private void DrawPoint(SeriesPoint point, double x, double y, bool isOutlier)
    {
        var colour = point.Reading.IsOpen || isOutlier ? Doubt : Line;
        if (point.Value is not { } value)
        {
            Write(x, y - 6, "?", "middle", Doubt, 14);
            return;
        }

        if (isOutlier)
            Put($"""<circle cx="{Number(x)}" cy="{Number(y)}" r="9" fill="none" stroke="{Doubt}" stroke-width="2"/>""");
        Put($"""<circle cx="{Number(x)}" cy="{Number(y)}" r="4" fill="{(point.Reading.IsOpen ? "#ffffff" : colour)}" stroke="{colour}" stroke-width="2"><title>{Text($"{point.Year}: {value.ToString("#,0.####", CultureInfo.InvariantCulture)} {concept.Unit} · {point.Report} · {point.Form}")}</title></circle>""");
    }

    /// <summary>The least of 1, 2, 2.5, 5 times a power of ten of which so many steps hold the value; counts have whole steps.</summary>
    private static decimal StepOf(decimal most)
    {
        for (var power = 0.001m; ; power *= 10)
            foreach (var factor in (decimal[])[1, 2, 2.5m, 5])
                if (factor * power * Steps >= most && (factor * power >= 1 || most is > 0 and < 1))
                    return factor * power;
    }

    private void Write(double x, double y, string text, string anchor = "start", string colour = "#111827", int size = 12) =>
        Put($"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}" fill="{colour}" font-size="{size}">{Text(text)}</text>""");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(string text) => System.Security.SecurityElement.Escape(XmlCharacters.Only(text));

    private void Put(string element) => svg.Append(element).Append('\n');
}
