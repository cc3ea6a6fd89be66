using System.Diagnostics;
using System.Globalization;

namespace GovReportIngest.Core.Read;

/// <summary>Where a person said that a report of a file begins.</summary>
public abstract record ReportStart
{
    private const string PageWord = "page";
    private const string LineWord = "line";
    private const string NodeWord = "node";

    private ReportStart()
    {
    }

    /// <param name="Page">Of the source, from 1; the report begins at its top.</param>
    public sealed record OnPage(int Page) : ReportStart;

    /// <param name="Line">Of a text, from 1.</param>
    public sealed record OnLine(int Line) : ReportStart;

    /// <param name="Node">Of a web page or a Word file, as evidence names it.</param>
    public sealed record AtNode(string Node) : ReportStart;

    /// <summary>As hints hold it: what kind of place it is, a colon, and the place.</summary>
    public string Text => this switch
    {
        OnPage(var page) => string.Create(CultureInfo.InvariantCulture, $"{PageWord}:{page}"),
        OnLine(var line) => string.Create(CultureInfo.InvariantCulture, $"{LineWord}:{line}"),
        AtNode(var node) => $"{NodeWord}:{node}",
        _ => throw new UnreachableException(),
    };

    /// <summary>Null where the text is not one of these.</summary>
    public static ReportStart? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':', 2) switch
        {
            [PageWord, var place] when Number(place) is { } page => new OnPage(page),
            [LineWord, var place] when Number(place) is { } line => new OnLine(line),
            [NodeWord, { Length: > 0 } node] => new AtNode(node),
            _ => null,
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
