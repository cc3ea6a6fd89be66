using System.Text.RegularExpressions;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>A page of docs/: its text, its tables, and what it sets as code.</summary>
internal sealed partial class Guide(string name)
{
    public string Text { get; } = File.ReadAllText(Repository.PathOf("docs", name));

    /// <summary>Every name inside backticks; <c>engine.version</c> is two.</summary>
    public IReadOnlySet<string> Names { get; } = CodeSpan().Matches(File.ReadAllText(Repository.PathOf("docs", name)))
        .SelectMany(span => NotOfName().Split(span.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Rows of tables that begin with one name in backticks: the name, and the rest of the row.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Rows => [.. Row().Matches(Text).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];

    /// <summary>The same below one heading, up to the next.</summary>
    public IReadOnlyList<(string Name, string Meaning)> RowsBelow(string heading)
    {
        var start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no heading {heading}.");
        var end = Text.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return [.. Row().Matches(Text[start..(end < 0 ? Text.Length : end)]).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex NotOfName();

    [GeneratedRegex(@"^\| `([^`]+)` \|(.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
