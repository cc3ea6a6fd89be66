using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>The text of a paragraph as it is printed: inserted text is in, deleted, moved away, hidden text and field codes are out.</summary>
/// <param name="styles">Of the document.</param>
/// <param name="paragraph">How the paragraph looks.</param>
/// <param name="boxes">Gets the contents of text boxes and the pictures that the paragraph holds.</param>
internal sealed class WordText(WordStyles styles, WordLook paragraph, List<OpenXmlElement> boxes)
{
    private const double Most = 0.8;

    private readonly List<(string Text, double Indent)> lines = [];
    private readonly LineText line = new();
    private readonly Dictionary<double, int> sizes = [];
    private int characters;
    private int bold;

    public double FontSize => sizes.OrderByDescending(size => size.Value).ThenBy(size => size.Key).Select(size => size.Key).FirstOrDefault();

    public bool IsBold => characters > 0 && bold >= characters * Most;

    /// <summary>The lines that are not blank, with their indent in em.</summary>
    public IReadOnlyList<(string Text, double Indent)> Lines()
    {
        EndLine();
        return lines;
    }

    /// <summary>Automatic numbers look like the paragraph; they do not count for its look.</summary>
    public void AddNumber(string number) => line.Append(number);

    public void Add(OpenXmlElement outer)
    {
        foreach (var element in outer.ChildElements)
            switch (element)
            {
                case Run run:
                    AddRun(run);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties:
                    break;
                case Ruby ruby:
                    AddBase(ruby);
                    break;
                case InsertedRun or MoveToRun or Hyperlink or SdtRun or SdtContentRun or SimpleField or CustomXmlRun or BidirectionalEmbedding or BidirectionalOverride:
                case { LocalName: "smartTag" }:
                    Add(element);
                    break;
                case AlternateContent:
                    AddBoxes(element);
                    break;
            }
    }

    private void AddBase(Ruby ruby)
    {
        if (ruby.GetFirstChild<RubyBase>() is { } written)
            Add(written);
    }

    private void AddRun(Run run)
    {
        var look = paragraph.Then(styles.OfRun(run.RunProperties?.RunStyle?.Val?.Value)).Then(WordLook.Of(null, run.RunProperties));
        if (look.IsHidden == true)
            return;
        foreach (var element in run.ChildElements)
            switch (element)
            {
                case DocumentFormat.OpenXml.Wordprocessing.Text text:
                    Count(line.Append(text.Text), look);
                    break;
                case TabChar or PositionalTab:
                    line.Append("\u2003");
                    break;
                case NoBreakHyphen:
                    Count(line.Append("-"), look);
                    break;
                case Break or CarriageReturn:
                    EndLine();
                    break;
                case Ruby ruby:
                    AddBase(ruby);
                    break;
                case Drawing or Picture or AlternateContent or EmbeddedObject:
                    AddBoxes(element);
                    break;
            }
    }

    /// <summary>Of the alternatives of a drawing, which hold the same, the first one with text or a picture counts.</summary>
    private void AddBoxes(OpenXmlElement outer)
    {
        var before = boxes.Count;
        foreach (var element in outer.ChildElements)
            if (element is TextBoxContent || WordPicture.IsOne(element))
                boxes.Add(element);
            else if (outer is not AlternateContent || boxes.Count == before)
                AddBoxes(element);
    }

    private void Count(int added, WordLook look)
    {
        characters += added;
        bold += look.IsBold == true ? added : 0;
        if (look.FontSize is { } size)
            sizes[size] = sizes.GetValueOrDefault(size) + added;
    }

    private void EndLine()
    {
        if (line.Length > 0)
            lines.Add((line.ToString(), line.IndentInEm));
        line.Clear();
    }
}
