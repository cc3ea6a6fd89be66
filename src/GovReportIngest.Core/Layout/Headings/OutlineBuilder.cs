using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Builds the outline from the lines outside of tables: a classifier says what each line may be, a decoder what the headings and
/// their numbers make together (<see cref="OutlineDecoder"/>).
/// </summary>
public sealed class OutlineBuilder(HeadingModel model)
{
    private readonly OutlineDecoder decoder = new(model);

    /// <param name="blocks">The whole document.</param>
    /// <param name="claimed">Blocks that are text of tables or the report's title: no part of the outline.</param>
    /// <param name="sections">The lines that head the form's sections; other headings have no key.</param>
    public Outline Build(IReadOnlyList<Block> blocks, IReadOnlySet<Block> claimed, IReadOnlyDictionary<Block, SectionHeading> sections)
    {
        var features = new LineFeatures(blocks);
        var lines = features.Lines;
        var isProse = lines.Select(line => !claimed.Contains(line.Block)).ToList();
        var decisions = decoder.Decode(features, isProse, KnownLevels(lines, sections));
        var root = new Draft(0, null, null, []);
        var open = new Stack<Draft>([root]);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!isProse[i] || lines[i].Look.IsRunning)
                continue;
            if (decisions[i].Level == 0)
                open.Peek().Paragraphs.Add(lines[i].Block);
            else if (decisions[i].GoesOn)
                open.Peek().GoOn(lines[i].Block);
            else
            {
                while (open.Peek().Level >= decisions[i].Level)
                    open.Pop();
                var key = sections.TryGetValue(lines[i].Block, out var section) ? section.Key : null;
                var draft = new Draft(decisions[i].Level, decisions[i].Numbering.Printed, key, [lines[i].Block.Line.Locate()]) { Title = decisions[i].Numbering.Rest, IsScanned = lines[i].IsScanned };
                open.Peek().Children.Add(draft);
                open.Push(draft);
            }
        }

        return new([.. root.Children.Select(draft => draft.Finish())], root.Paragraphs.Texts());
    }

    /// <summary>A section of the form is of level 1; the further lines of its title are -1.</summary>
    private static List<int> KnownLevels(IReadOnlyList<LineFacts> lines, IReadOnlyDictionary<Block, SectionHeading> sections)
    {
        var levels = Enumerable.Repeat(0, lines.Count).ToList();
        for (var i = 0; i < lines.Count; i++)
            if (sections.TryGetValue(lines[i].Block, out var section))
            {
                levels[i] = 1;
                for (var more = 1; more < section.Lines && i + more < lines.Count; more++)
                    levels[i + more] = -1;
            }

        return levels;
    }

    private const string Specks = ".,，。·、'`|｜_-~『「\"“；";

    private sealed record Draft(int Level, string? Number, string? Key, List<Evidence> Evidence)
    {
        public string Title { get; set; } = "";

        public Paragraphs Paragraphs { get; } = new();

        public List<Draft> Children { get; } = [];

        public void GoOn(Block.OfLine line)
        {
            var text = line.Line.Text.Trim();
            Title += Title.Length > 0 && Lines.HanSpacing.NeedsSpace(Title[^1], text[0]) ? " " + text : text;
            Evidence.Add(line.Line.Locate());
        }

        /// <summary>Read by OCR, which takes specks behind a title for marks.</summary>
        public bool IsScanned { get; init; }

        // Titles are compared and shown without closing colon and without the spaces that typesetting put between Han characters.
        public OutlineNode Finish() => new(
            Level, string.IsNullOrEmpty(Number) ? null : Number, Lines.HanSpacing.Compact(WithoutClosing(Title)), Key, Evidence,
            Paragraphs.Texts(), [.. Children.Select(child => child.Finish())]);

        private string WithoutClosing(string title)
        {
            var closed = title.TrimEnd();
            while (closed.Length > 1 && (closed[^1] is '：' or ':' or ' ' || (IsScanned && Specks.Contains(closed[^1]))))
                closed = closed[..^1];
            return closed;
        }
    }
}
