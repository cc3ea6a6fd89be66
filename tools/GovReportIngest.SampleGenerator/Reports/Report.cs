namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>
/// A piece of a report in print order. A heading's <see cref="Level"/> is 1 for the six sections;
/// a table is named by its key.
/// </summary>
internal abstract record Piece
{
    private Piece()
    {
    }

    internal sealed record Heading(int Level, string Number, string Title) : Piece;

    internal sealed record Paragraph(string Text) : Piece;

    internal sealed record Table(string Key) : Piece;
}

/// <summary>A made-up report before any look is given to it.</summary>
internal sealed record Report(string Agency, int Year, string Title, FigureSet Figures, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Whether the title names the whole agency (without its district the agency is not scored).</summary>
    public bool TitleNamesAgency { get; init; } = true;

    /// <summary>The place that the agency's name begins with; null where it names none.</summary>
    public string? Region { get; init; }

    /// <summary>First and last day of the figures as the opening states them, <c>2023-01-01/2023-12-31</c>; null where it does not.</summary>
    public string? Period { get; init; }

    /// <summary>The checks that find what the text says against a table.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>Title, headings and paragraphs in print order, without white space.</summary>
    public IEnumerable<string> Prose() => Pieces.Select(piece => piece switch
    {
        Piece.Heading heading => heading.Number.TrimEnd() + heading.Title,
        Piece.Paragraph paragraph => string.Concat(paragraph.Text.Where(character => !char.IsWhiteSpace(character))),
        _ => "",
    }).Prepend(Title).Where(text => text.Length > 0);

    /// <summary>All prose on one page, as in a text file.</summary>
    public string[] ProseOnOnePage() => [string.Concat(Prose())];
}
