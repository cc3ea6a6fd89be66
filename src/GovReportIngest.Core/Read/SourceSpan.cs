using System.Diagnostics;
using System.Globalization;

namespace GovReportIngest.Core.Read;

/// <summary>A stretch of a source without pages, its first and its last piece included.</summary>
public abstract record SourceSpan
{
    private const string LineWord = "line";
    private const string NodeWord = "node";
    private const string Until = "..";

    private SourceSpan()
    {
    }

    /// <param name="First">Of a text, from 1.</param>
    /// <param name="Last">Not before the first.</param>
    public sealed record OfLines(int First, int Last) : SourceSpan;

    /// <param name="First">Paragraph or table of a web page or a Word file, as evidence names it.</param>
    /// <param name="Last">The same; the first one where only that is meant.</param>
    public sealed record OfNodes(string First, string Last) : SourceSpan;

    /// <summary>As hints hold it: what kind of pieces they are, a colon, and the first and the last one.</summary>
    public string Text => this switch
    {
        OfLines(var first, var last) => string.Create(CultureInfo.InvariantCulture, $"{LineWord}:{first}{Until}{last}"),
        OfNodes(var first, var last) => $"{NodeWord}:{first}{Until}{last}",
        _ => throw new UnreachableException(),
    };

    /// <summary>Null where the text is not one of these.</summary>
    public static SourceSpan? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':', 2) is [var kind, var pieces] && pieces.Split(Until) is [{ Length: > 0 } from, { Length: > 0 } to] ? (kind, Number(from), Number(to)) switch
        {
            (LineWord, { } first, { } last) when first <= last => new OfLines(first, last),
            (NodeWord, _, _) => new OfNodes(from, to),
            _ => null,
        } : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
