namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// The lists of headings that are open at a place of the document, outermost first, and what a further heading would cost:
/// natural logarithms, 0 for a number in order. Immutable, and equal where the same headings may follow at the same cost.
/// </summary>
internal readonly record struct HeadingLists
{
    private const int Deepest = 4;
    private const double Skipped = -3;
    private const double Unnumbered = -1;
    private const double LostAmongNumbered = -1.6;
    private const double OneLost = -2;
    private const double OutOfOrder = -3.5;
    private const double Repeated = -2.5;

    /// <summary>A list does not begin anew where it stands; one inside the last item would.</summary>
    private const double BeginsAnew = -5;
    private const double BeginsLate = -2.5;
    private const double OtherStyle = -5;
    private const double UnusualStyle = -1.5;

    /// <summary>So far the style numbered another level, and not this one.</summary>
    private const double StyleOfOtherLevel = -3;
    private const double Restarted = -1.2;
    private const double OuterStyleInside = -3;

    /// <summary>The last heading of the level looked different.</summary>
    private const double OtherLook = -3;

    /// <summary>The first heading of a level looks like those of another.</summary>
    private const double SharedLook = -1.5;

    /// <summary>A number that OCR damaged is wrong more often than one in good order.</summary>
    private const double DamagedShare = 0.5;

    // Per level 8 bits each: style (0 while closed is told apart by Depth) and last value; and the style each level was last numbered in.
    private readonly ulong styles;
    private readonly ulong values;
    private readonly ulong usual;

    // By level, 8 bits each, 0 while there was none.
    private readonly ulong looks;

    private HeadingLists(int depth, ulong styles, ulong values, ulong usual, ulong looks) =>
        (Depth, this.styles, this.values, this.usual, this.looks) = (depth, styles, values, usual, looks);

    /// <summary>Level of the innermost open list, 0 for none.</summary>
    public int Depth { get; }

    /// <param name="number">Style None for a heading without a number; value 0 for one that cannot be read.</param>
    /// <param name="isDamaged">The number is not in good order.</param>
    /// <param name="look">From 1; headings of one level look alike.</param>
    public double CostOf(int level, Numbering number, bool isDamaged, int look)
    {
        var cost = level > Depth ? CostOfNewList(level, number) : CostOfNext(level, number);
        return (cost < 0 && isDamaged ? cost * DamagedShare : cost) + CostOfLook(level, look, number.Style is not NumberingStyle.None);
    }

    private double CostOfLook(int level, int look, bool isNumbered)
    {
        if (At(looks, level) is > 0 and var last)
            return last == look ? 0 : OtherLook;
        // With numbers the levels need no looks of their own.
        if (isNumbered)
            return 0;
        for (var other = 1; other <= Deepest; other++)
            if (At(looks, other) == look)
                return SharedLook;
        return 0;
    }

    public HeadingLists With(int level, Numbering number, int look)
    {
        var isOpen = level <= Depth;
        var style = number.Style is NumberingStyle.None && isOpen ? StyleAt(level) : number.Style;
        // A number that was lost or cannot be read counts all the same.
        var value = number is { Style: not NumberingStyle.None, Value: > 0 } ? number.Value : isOpen ? ValueAt(level) + 1 : 1;
        var kept = Below(level);
        return new(
            level,
            (styles & kept) | Byte(level, (int)style),
            (values & kept) | Byte(level, Math.Min(value, 255)),
            number.Style is NumberingStyle.None ? usual : (usual & ~Byte(level, 255)) | Byte(level, (int)number.Style),
            (looks & ~Byte(level, 255)) | Byte(level, look));
    }

    private double CostOfNext(int level, Numbering number)
    {
        if (number.Style is NumberingStyle.None)
            return StyleAt(level) is NumberingStyle.None ? 0 : LostAmongNumbered;
        if (StyleAt(level) is NumberingStyle.None)
            return Usual(level) is NumberingStyle.None || Usual(level) == number.Style ? LostAmongNumbered : OtherStyle;
        if (StyleAt(level) != number.Style)
            return OtherStyle;
        var step = number.Value - ValueAt(level);
        return step switch { 1 => 0, _ when number.Value == 0 => Unnumbered, 2 => OneLost, 0 => Repeated, _ when number.Value == 1 => BeginsAnew, _ => OutOfOrder };
    }

    private double CostOfNewList(int level, Numbering number)
    {
        var cost = Skipped * (level - Depth - 1);
        if (number.Style is NumberingStyle.None)
            return cost + (Usual(level) is not NumberingStyle.None ? LostAmongNumbered + Unnumbered : At(looks, level) > 0 ? Unnumbered / 2 : Unnumbered);
        cost += number.Value switch { 1 => 0, 0 => Unnumbered, 2 => BeginsLate, _ => OutOfOrder };
        if (Usual(level) is not NumberingStyle.None && Usual(level) != number.Style)
            cost += UnusualStyle;
        if (Usual(level) != number.Style && IsUsualElsewhere(level, number.Style) && !IsOpenAbove(level, number.Style))
            cost += StyleOfOtherLevel;
        for (var outer = 1; outer <= Depth && outer < level; outer++)
            if (StyleAt(outer) == number.Style)
                // The next number of a list that is open is no beginning of another.
                cost += number.Value == 1 ? (Usual(level) == number.Style ? Restarted / 2 : Restarted) : OutOfOrder;
            else if (StyleAt(outer) > number.Style)
                cost += OuterStyleInside;
        return cost;
    }

    private bool IsUsualElsewhere(int level, NumberingStyle style)
    {
        for (var other = 1; other <= Deepest; other++)
            if (other != level && Usual(other) == style)
                return true;
        return false;
    }

    private bool IsOpenAbove(int level, NumberingStyle style)
    {
        for (var outer = 1; outer < level && outer <= Depth; outer++)
            if (StyleAt(outer) == style)
                return true;
        return false;
    }

    private NumberingStyle StyleAt(int level) => (NumberingStyle)At(styles, level);

    private int ValueAt(int level) => At(values, level);

    private NumberingStyle Usual(int level) => (NumberingStyle)At(usual, level);

    private static int At(ulong levels, int level) => (int)((levels >> (8 * (level - 1))) & 255);

    private static ulong Byte(int level, int value) => (ulong)value << (8 * (level - 1));

    private static ulong Below(int level) => (1UL << (8 * (level - 1))) - 1;
}
