using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Narrative;

/// <summary>
/// The running text of a report without spaces, in half-width forms, lines put together where no sentence ended; every character
/// knows where it was read.
/// </summary>
internal sealed class NarrativeText
{
    private const string Stops = "。；;！？!?";

    private readonly StringBuilder text = new();
    private readonly List<(LayoutLine Line, int Index)> places = [];

    private NarrativeText(IEnumerable<Block.OfLine> lines, Func<Block.OfLine, bool> standsAlone)
    {
        var isBroken = false;
        foreach (var line in lines)
        {
            var isAlone = standsAlone(line);
            if (text.Length > 0 && (line.Look.HasGapAbove || isAlone || isBroken) && !Stops.Contains(text[^1]))
                Add('。', line.Line, 0);
            isBroken = isAlone;
            for (var i = 0; i < line.Line.Text.Length; i++)
                if (!char.IsWhiteSpace(line.Line.Text[i]))
                    Add(LabelText.Fold(line.Line.Text[i]), line.Line, i);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    public static NarrativeText Of(IEnumerable<Block.OfLine> lines) => new(lines, static _ => false);

    /// <param name="lines">In reading order.</param>
    /// <param name="standsAlone">Lines, such as headings, that no sentence goes into or out of.</param>
    public static NarrativeText Of(IEnumerable<Block.OfLine> lines, Func<Block.OfLine, bool> standsAlone) => new(lines, standsAlone);

    /// <summary>From behind the last full stop or semicolon before <paramref name="index"/>.</summary>
    public int StartOfSentence(int index) => index == 0 ? 0 : Text.LastIndexOfAny([.. Stops], index - 1) + 1;

    /// <summary>From behind the last mark before <paramref name="index"/>.</summary>
    public int StartOfClause(int index) => index == 0 ? 0 : Text.LastIndexOfAny([.. Stops, ',', '，', '、', ':', '：'], index - 1) + 1;

    /// <summary>One place a line.</summary>
    public IReadOnlyList<Evidence> Locate(int start, int length) => [.. Parts(start, length).Select(part => part.Line.Locate(part.Start, part.Length))];

    /// <summary>The lines on which the characters stand, with the units of their text.</summary>
    public IEnumerable<(LayoutLine Line, int Start, int Length)> Parts(int start, int length)
    {
        for (var from = start; from < start + length;)
        {
            var to = from;
            while (to + 1 < start + length && ReferenceEquals(places[to + 1].Line, places[from].Line))
                to++;
            yield return (places[from].Line, places[from].Index, places[to].Index - places[from].Index + 1);
            from = to + 1;
        }
    }

    /// <summary>The characters as read, with their spaces; lines are joined by one.</summary>
    public string Verbatim(int start, int length) => string.Join(' ', Parts(start, length).Select(part => part.Line.Text.Substring(part.Start, part.Length)));

    private void Add(char character, LayoutLine line, int index)
    {
        text.Append(character);
        places.Add((line, index));
    }
}
