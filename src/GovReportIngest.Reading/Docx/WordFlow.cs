using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>Walks the body and makes lines and tables of it. Text of text boxes, and pictures, stand behind the paragraph that holds them.</summary>
internal sealed class WordFlow(WordStyles styles, WordNumbering numbering, FlowBudget budget)
{
    private readonly List<WordPiece> pieces = [];
    private readonly List<OpenXmlElement> boxes = [];
    private int paragraphs;
    private int tables;

    /// <summary>The place of the cell whose paragraphs are walked; null outside of tables.</summary>
    private string? cell;

    public static IReadOnlyList<WordPiece> Of(Body body, WordStyles styles, WordNumbering numbering, FlowBudget budget)
    {
        var flow = new WordFlow(styles, numbering, budget);
        flow.Walk(body);
        return flow.pieces;
    }

    private void Walk(OpenXmlElement outer)
    {
        foreach (var element in outer.ChildElements)
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table:
                    Add(table);
                    break;
                case DeletedRun or MoveFromRun:
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun or SdtContentCell or SdtContentRow:
                    Walk(element);
                    break;
            }
    }

    private void Add(Paragraph paragraph)
    {
        var node = cell ?? string.Create(CultureInfo.InvariantCulture, $"p[{++paragraphs}]");
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var look = styles.OfParagraph(style).Then(WordLook.Of(paragraph.ParagraphProperties, null));
        var text = new WordText(styles, look, boxes);
        // A mark that is deleted joins the paragraph with the next; its text is shown all the same.
        if (look.NumberingId is > 0 and var list)
            text.AddNumber(numbering.Next(list, look.NumberingLevel ?? 0));
        text.Add(paragraph);
        if (!styles.IsContents(style))
            AddLines(text, node, look);
        AddBoxes();
    }

    private void AddLines(WordText text, string node, WordLook look)
    {
        var number = 0;
        foreach (var (line, indent) in text.Lines())
        {
            budget.Take();
            number++;
            pieces.Add(new WordPiece.OfBlock(new FlowBlock.Paragraph(number == 1 || cell is not null ? node : string.Create(CultureInfo.InvariantCulture, $"{node}/line[{number}]"), line)
            {
                Look = new()
                {
                    FontSize = text.FontSize, IsBold = text.IsBold, IsCentred = look.IsCentred == true,
                    Level = look.Level is >= 1 and <= 6 and var level ? level : 0, IndentInEm = indent,
                },
            }));
        }
    }

    private void AddBoxes()
    {
        var held = boxes.ToList();
        boxes.Clear();
        foreach (var box in held)
            if (!WordPicture.IsOne(box))
                Walk(box);
            else
            {
                budget.Take();
                pieces.Add(new WordPiece.OfPicture(WordPicture.Of(box)));
            }
    }

    private void Add(Table table)
    {
        var node = string.Create(CultureInfo.InvariantCulture, $"table[{++tables}]");
        var rows = WordTable.Rows(table);
        var first = pieces.Count;
        var facts = new TableFacts();
        var (texts, lifted) = (new Dictionary<TableCell, string>(), new List<WordPiece>());
        var outer = cell;
        for (var row = 0; row < rows.Count; row++)
        {
            var inRow = new List<CellFacts>();
            for (var index = 0; index < rows[row].Count; index++)
                inRow.Add(AddCell(rows[row][index], string.Create(CultureInfo.InvariantCulture, $"{node}/tr[{row + 1}]/td[{index + 1}]"), texts, lifted));
            facts.AddRow(inRow);
        }

        cell = outer;
        if (facts.IsData)
        {
            pieces.RemoveRange(first, pieces.Count - first);
            pieces.Add(new WordPiece.OfBlock(WordTable.GridOf(node, rows, texts)));
            pieces.AddRange(lifted);
        }
    }

    /// <summary>Leaves the pieces of the cell behind the others, for the case that the table only places things.</summary>
    private CellFacts AddCell(WordCell source, string node, Dictionary<TableCell, string> texts, List<WordPiece> lifted)
    {
        budget.Take();
        cell = node;
        var first = pieces.Count;
        Walk(source.Cell);
        var inside = pieces.GetRange(first, pieces.Count - first);
        var lines = inside.Select(piece => (piece as WordPiece.OfBlock)?.Block).OfType<FlowBlock.Paragraph>();
        var text = string.Join('\n', lines.Select(line => line.Text));
        texts[source.Cell] = text;
        lifted.AddRange(inside.Where(piece => piece is not WordPiece.OfBlock { Block: FlowBlock.Paragraph }));
        return new(source.Columns, TableFacts.LengthOf(text), 0, TableFacts.IsFigure(text), inside.Exists(piece => piece is WordPiece.OfBlock { Block: FlowBlock.Grid }));
    }
}
