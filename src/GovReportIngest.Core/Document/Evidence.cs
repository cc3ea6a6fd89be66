namespace GovReportIngest.Core.Document;

/// <summary>Where something was read. A printed value always has at least one.</summary>
public abstract record Evidence
{
    private Evidence()
    {
    }

    /// <summary>A box on a source page (1-based), in points of that page (see <see cref="PageFrame"/>).</summary>
    public sealed record OnPage(int Page, Box Box) : Evidence;

    /// <summary>Characters of a text file: 1-based line and column, length in code points of the decoded file.</summary>
    public sealed record InText(int Line, int Column, int Length) : Evidence;

    /// <summary>A node of an HTML or DOCX document, such as <c>table[3]/tr[5]/td[2]</c> (1-based).</summary>
    public sealed record AtNode(string Node) : Evidence;
}
