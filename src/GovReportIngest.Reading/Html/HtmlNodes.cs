using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// Names of elements for evidence: <c>p[7]</c> is the seventh <c>p</c> of the page, hidden ones included; below a table, rows of that
/// table and cells of the row are counted (<c>table[3]/tr[5]/td[2]</c>, header cells are cells).
/// </summary>
internal sealed class HtmlNodes
{
    private readonly Dictionary<IElement, int> numbers = [];

    public HtmlNodes(IDocument document)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            var count = counts.GetValueOrDefault(element.LocalName) + 1;
            counts[element.LocalName] = numbers[element] = count;
        }
    }

    public string NameOf(IElement element) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(element.LocalName)}[{numbers.GetValueOrDefault(element, 1)}]");

    public string NameOf(IElement table, int row, int cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(table)}/tr[{row + 1}]/td[{cell + 1}]");

    // Elements may have any name, brackets and slashes included.
    private static string NameOf(string name) => name.Length <= 20 && name.All(char.IsAsciiLetterOrDigit) ? name : "element";
}
