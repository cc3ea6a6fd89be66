using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>
/// One line in reading order with the means to say where each of its characters was read.
/// Lines of pages hold words; lines of text files hold their place in the file.
/// </summary>
public abstract record LayoutLine
{
    private LayoutLine()
    {
    }

    /// <summary>The characters; words of a page line are joined by one space where there was a gap on paper.</summary>
    public abstract string Text { get; }

    /// <summary>1-based page of the document (1 for text).</summary>
    public abstract int Page { get; }

    /// <summary>Evidence for <paramref name="length"/> UTF-16 units of <see cref="Text"/> from <paramref name="start"/>.</summary>
    public abstract Evidence Locate(int start, int length);

    public Evidence Locate() => Locate(0, Text.Length);

    /// <summary>A line of a text file, or a part of one; <see cref="Column"/> is the 1-based code point where it begins.</summary>
    public sealed record OfText(int Number, int Column, string Content) : LayoutLine
    {
        public override string Text => Content;

        public override int Page => 1;

        /// <summary>Files without a line break are one line, which is located thousands of times: counting is for lines that need it.</summary>
        private bool HasPairs { get; } = Content.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

        /// <summary>1-based code point of the file's line at UTF-16 unit <paramref name="start"/> of <see cref="Text"/>.</summary>
        public int ColumnAt(int start) => Column + CodePoints(0, start);

        public override Evidence Locate(int start, int length) =>
            new Evidence.InText(Number, ColumnAt(start), Math.Max(0, CodePoints(start, length)));

        private int CodePoints(int start, int length)
        {
            if (!HasPairs)
                return length;
            var count = 0;
            for (var i = start; i < start + length; i++)
                if (!char.IsLowSurrogate(Content[i]))
                    count++;
            return count;
        }
    }

    /// <summary>A line inside a node of a structured document (<see cref="Evidence.AtNode"/>).</summary>
    public sealed record OfNode(int PageNumber, string Node, string Content) : LayoutLine
    {
        public override string Text => Content;

        public override int Page => PageNumber;

        public override Evidence Locate(int start, int length) => new Evidence.AtNode(Node);
    }

    /// <summary>A line of words on a page, left to right, in the layout frame.</summary>
    public sealed record OfPage : LayoutLine
    {
        private readonly int[] starts;
        private readonly IReadOnlyList<bool> spaceBefore;

        public OfPage(int page, PageFrame frame, IReadOnlyList<Word> words, IReadOnlyList<bool> spaceBefore)
        {
            Page = page;
            Frame = frame;
            Words = words;
            this.spaceBefore = spaceBefore;
            starts = new int[words.Count];
            var text = new System.Text.StringBuilder();
            for (var i = 0; i < words.Count; i++)
            {
                if (i > 0 && spaceBefore[i])
                    text.Append(' ');
                starts[i] = text.Length;
                text.Append(words[i].Text);
            }

            Text = text.ToString();
            Box = words.Count == 0 ? default : words.Skip(1).Aggregate(words[0].Box, (box, word) => box.Union(word.Box));
        }

        public override int Page { get; }

        public PageFrame Frame { get; }

        public IReadOnlyList<Word> Words { get; }

        public override string Text { get; }

        /// <summary>In the layout frame, points.</summary>
        public Box Box { get; }

        /// <summary>Whether there was a gap on paper before this word of the line.</summary>
        public bool HasSpaceBefore(int word) => word > 0 && spaceBefore[word];

        public override Evidence Locate(int start, int length) => new Evidence.OnPage(Page, Frame.ToSource(BoxOf(start, length)));

        /// <summary>The box of <paramref name="length"/> UTF-16 units of <see cref="Text"/> in the layout frame, points.</summary>
        public Box BoxOf(int start, int length)
        {
            Box? box = null;
            for (var i = 0; i < Words.Count; i++)
                if (Cut(i, start, start + length) is { } part)
                    box = box?.Union(part) ?? part;
            return box ?? Box;
        }

        /// <summary>That of the least certain word among them.</summary>
        public double ConfidenceOf(int start, int length) => Enumerable.Range(0, Words.Count).Where(i => Cut(i, start, start + length) is not null)
            .Select(i => Words[i].Confidence).DefaultIfEmpty(0).Min();

        /// <summary>The part of word <paramref name="index"/> that lies in [start, end) of <see cref="Text"/>.</summary>
        private Box? Cut(int index, int start, int end)
        {
            var word = Words[index];
            var from = Math.Max(0, start - starts[index]);
            var to = Math.Min(word.Text.Length, end - starts[index]);
            if (from >= to)
                return null;
            if (from == 0 && to == word.Text.Length)
                return word.Box;
            var first = CodePointIndex(word.Text, from);
            var last = CodePointIndex(word.Text, to);
            return Box.FromEdges(word.Edges[first], word.Box.Y, word.Edges[last], word.Box.Bottom);
        }

        private static int CodePointIndex(string text, int utf16)
        {
            var count = 0;
            for (var i = 0; i < utf16; i++)
                if (!char.IsLowSurrogate(text[i]))
                    count++;
            return count;
        }
    }
}
