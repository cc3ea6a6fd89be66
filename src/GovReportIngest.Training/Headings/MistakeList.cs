using System.Globalization;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>
/// Lists for people what went wrong in a document: each line whose place in the outline is wrong, what was true and what was said,
/// its look and number, and the headings before and after it.
/// </summary>
internal sealed class MistakeList(TextWriter log)
{
    /// <summary>Headings and mistakes shown before and after a mistake.</summary>
    private const int Around = 3;

    private const int Longest = 36;

    public void Write(LabelledDocument document, LineFeatures features, IReadOnlyList<LineDecision> decisions)
    {
        log.WriteLine($"{document.Family}, seed {document.Seed}{(document.IsNumbered ? "" : ", without numbers")}{(document.Swallowed.Count > 0 ? $", {document.Swallowed.Count} headings in no line" : "")}:");
        var lines = Enumerable.Range(0, decisions.Count).Where(i => IsOfInterest(document, features, decisions, i)).ToList();
        for (var at = 0; at < lines.Count; at++)
            if (Enumerable.Range(at - Around, 2 * Around + 1).Any(near => near >= 0 && near < lines.Count && IsWrong(document, features, decisions, lines[near])))
                log.WriteLine(Shown(document, features, decisions, lines[at]));
    }

    private static bool IsWrong(LabelledDocument document, LineFeatures features, IReadOnlyList<LineDecision> decisions, int index) =>
        document.Labels.TryGetValue(features.Lines[index].Block, out var truth) && !HeadingMeasurement.IsRight(truth, decisions[index]);

    private static bool IsOfInterest(LabelledDocument document, LineFeatures features, IReadOnlyList<LineDecision> decisions, int index) =>
        decisions[index].Level > 0 || IsWrong(document, features, decisions, index);

    private static string Shown(LabelledDocument document, LineFeatures features, IReadOnlyList<LineDecision> decisions, int index)
    {
        var line = features.Lines[index];
        var truth = document.Labels.TryGetValue(line.Block, out var label) ? label.Class + (label.Begins ? "^" : "") : "?";
        var said = decisions[index].Class + (decisions[index].GoesOn ? "+" : "");
        var number = line.Numbering.Style is NumberingStyle.None ? line.Damaged is { } damaged ? $"({damaged.Style} {damaged.Value})" : "" : $"{line.Numbering.Style} {line.Numbering.Value}";
        var look = $"{line.Look.RelativeSize.ToString("0.00", CultureInfo.InvariantCulture)}{(line.Look.IsBold ? " bold" : "")}{(line.Look.HasOwnFace ? " " + line.Look.Face : "")}"
            + $"{(line.Look.IsCentred ? " centred" : "")}{(line.Look.MarkupLevel > 0 ? " " + new string('#', line.Look.MarkupLevel) : "")}";
        return $"  {(IsWrong(document, features, decisions, index) ? "×" : " ")} {index,4} {truth,-10} {said,-10} {number,-20} {look,-20} {Cut(line.Block.Line.Text.Trim())}";
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 8)] + "…" + text[^7..];
}
