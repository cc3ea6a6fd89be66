namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Gives each heading its level. A style seen before keeps its level, a new one goes one deeper. A list that starts again at one
/// inside a section (一、二、三 below 一) is a list of its own, one level deeper, until a section of the form ends it.
/// </summary>
internal sealed class HeadingLevels
{
    private readonly List<(NumberingStyle Style, int Level, int Last)> lists = [];
    private bool hasSections;

    public int Next(Numbering heading, bool isSection)
    {
        if (isSection)
        {
            hasSections = true;
            lists.Clear();
            lists.Add((heading.Style, 1, heading.Value));
            return 1;
        }

        // The innermost list of this style that goes on with this number; else the innermost of this style.
        var index = lists.FindLastIndex(list => list.Style == heading.Style && list.Last + 1 == heading.Value);
        if (index >= 0 && !(hasSections && index == 0 && heading.Style == lists[0].Style && IsInnerOpen(heading)))
            return Continue(index, heading);
        var same = lists.FindLastIndex(list => list.Style == heading.Style);
        if (same >= 0 && heading.Value != 1)
            return Continue(same, heading);
        if (same > 0)
            return Continue(same, heading);
        var level = lists.Count == 0 ? 1 : lists[^1].Level + 1;
        lists.Add((heading.Style, level, heading.Value));
        return level;
    }

    private bool IsInnerOpen(Numbering heading) => lists.Skip(1).Any(list => list.Style == heading.Style);

    private int Continue(int index, Numbering heading)
    {
        lists.RemoveRange(index + 1, lists.Count - index - 1);
        lists[index] = lists[index] with { Last = heading.Value };
        return lists[index].Level;
    }
}
