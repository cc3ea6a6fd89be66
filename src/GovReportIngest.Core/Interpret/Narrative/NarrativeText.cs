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

    private NarrativeText(IEnumerable<Block.OfLine> lines)
    {
        foreach (var line in lines)
        {
            if (text.Length > 0 && line.Look.HasGapAbove && !Stops.Contains(text[^1]))
                Add('。', line.Line, 0);
            for (var i = 0; i < line.Line.Text.Length; i++)
                if (!char.IsWhiteSpace(line.Line.Text[i]))
                    Add(LabelText.Fold(line.Line.Text[i]), line.Line, i);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    public static NarrativeText Of(IEnumerable<Block.OfLine> lines) => new(lines);

    /// <summary>From behind the last full stop or semicolon before <paramref name="index"/>.</summary>
    public int StartOfSentence(int index) => index == 0 ? 0 : Text.LastIndexOfAny([.. Stops], index - 1) + 1;

    /// <summary>From behind the last mark before <paramref name="index"/>.</summary>
    public int StartOfClause(int index) => index == 0 ? 0 : Text.LastIndexOfAny([.. Stops, ',', '，', '、', ':', '：'], index - 1) + 1;

    /// <summary>One place a line.</summary>
    public IReadOnlyList<Evidence> Locate(int start, int length)
    {
        var found = new List<Evidence>();
        for (var from = start; from < start + length;)
        {
            var to = from;
            while (to + 1 < start + length && ReferenceEquals(places[to + 1].Line, places[from].Line))
                to++;
            found.Add(places[from].Line.Locate(places[from].Index, places[to].Index - places[from].Index + 1));
            from = to + 1;
        }

        return found;
    }

    private void Add(char character, LayoutLine line, int index)
    {
        text.Append(character);
        places.Add((line, index));
    }
}
