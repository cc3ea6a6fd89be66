namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// The lists of headings that are open at a place of the document, outermost first, and what a further heading would cost:
/// natural logarithms, 0 for a number in order. Immutable, and equal where the same headings may follow at the same cost.
/// </summary>
internal readonly record struct HeadingLists
{
    private const int Deepest = 4;
    private const double Skipped = -4.5;
    private const double Unnumbered = -1;
    private const double LostAmongNumbered = -1.6;
    private const double LostInLostList = -0.8;
    private const double OneLost = -2;

    /// <summary>The first heading of the document is not of level 1.</summary>
    private const double BeginsDeep = -8;
    private const double OutOfOrder = -3.5;
    private const double Repeated = -2.5;

    /// <summary>A list does not begin anew where it stands; one inside the last item would.</summary>
    private const double BeginsAnew = -5;
    private const double BeginsLate = -3.7;
    private const double OtherStyle = -5;
    private const double UnusualStyle = -1.5;

    /// <summary>So far the style numbered another level, and not this one.</summary>
    private const double StyleOfOtherLevel = -3;
    private const double Restarted = -1.2;

    /// <summary>Lists inside a list of their style are usual only of 一、: others rather begin anew where they stand.</summary>
    private const double OddlyRestarted = -6;

    /// <summary>The next number of a list that is open is hardly the beginning of another.</summary>
    private const double NextOfOuter = -1;
    private const double OuterStyleInside = -3;

    /// <summary>The first heading of a level looks like those of another.</summary>
    private const double SharedLook = -0.9;

    /// <summary>The same where looks tell the levels.</summary>
    private const double SharedClearLook = -5;

    /// <summary>Looks that differ less are alike.</summary>
    private const double Alike = -0.5;

    /// <summary>The first heading of a level is larger than those around it.</summary>
    private const double LargerThanOuter = -2;

    /// <summary>A number that OCR read or damaged is wrong more often than one in good order.</summary>
    private const double DoubtfulShare = 0.75;

    /// <summary>How much a look counts against a number in order.</summary>
    private const double InOrderShare = 0.25;

    // Per level 8 bits each: style (0 while closed is told apart by Depth) and last value; and the style each level was last numbered in.
    private readonly ulong styles;
    private readonly ulong values;
    private readonly ulong usual;

    // By level, 8 bits each, 0 while there was none: the last look, and the size so far.
    private readonly ulong kinds;
    private readonly ulong sizes;

    private HeadingLists(int depth, ulong styles, ulong values, ulong usual, ulong kinds, ulong sizes) =>
        (Depth, this.styles, this.values, this.usual, this.kinds, this.sizes) = (depth, styles, values, usual, kinds, sizes);

    /// <summary>No list open, where headings of the levels 1 to 4 are known to have these sizes; 0 for unknown.</summary>
    public static HeadingLists Expecting(IReadOnlyList<byte> sizes)
    {
        var known = 0UL;
        for (var level = 1; level <= Deepest; level++)
            known |= Byte(level, sizes[level - 1]);
        return new(0, 0, 0, 0, 0, known);
    }

    /// <summary>Level of the innermost open list, 0 for none.</summary>
    public int Depth { get; }

    /// <summary>Whether the level, open or not, was last numbered in this style.</summary>
    public bool IsUsual(int level, NumberingStyle style) => Usual(level) == style;

    /// <summary>Whether any heading so far had a number.</summary>
    public bool IsNumbered => usual != 0;

    /// <param name="number">Style None for a heading without a number; value 0 for one that cannot be read.</param>
    /// <param name="isDoubtful">The number is not in good order, or was read by OCR.</param>
    /// <param name="look">Headings of one level look alike.</param>
    /// <param name="looks">The looks of the document.</param>
    public double CostOf(int level, Numbering number, bool isDoubtful, HeadingLook look, HeadingLooks looks)
    {
        var cost = level > Depth ? CostOfNewList(level, number) : CostOfNext(level, number);
        var ofLook = CostOfLook(level, look, looks, number.Style is not NumberingStyle.None);
        return (cost < 0 && isDoubtful ? cost * DoubtfulShare : cost) + (IsInOrder(level, number) ? ofLook * InOrderShare : ofLook);
    }

    /// <summary>Whether any level has this look, where looks tell the levels.</summary>
    public bool Knows(HeadingLook look, HeadingLooks looks)
    {
        if (!looks.TellLevels)
            return false;
        for (var level = 1; level <= Deepest; level++)
            if (LookAt(level) is { Kind: > 0 } known && looks.Difference(known, look) > Alike)
                return true;
        return false;
    }

    /// <summary>Whether a number is the next of a list that is open.</summary>
    public bool Await(Numbering number)
    {
        for (var level = 1; level <= Depth; level++)
            if (IsInOrder(level, number))
                return true;
        return false;
    }

    private bool IsInOrder(int level, Numbering number) =>
        level <= Depth && number.Style is not NumberingStyle.None && StyleAt(level) == number.Style && number.Value == ValueAt(level) + 1;

    private double CostOfLook(int level, HeadingLook look, HeadingLooks looks, bool isNumbered)
    {
        if (LookAt(level) is { Kind: > 0 } last)
            return looks.Difference(last, look);
        var cost = At(sizes, level) is > 0 and var expected ? looks.DifferenceOfSize((byte)expected, look.Size) : 0;
        for (var other = 1; other <= Deepest; other++)
            if (LookAt(other) is { Kind: > 0 } taken)
            {
                // With numbers the levels need no looks of their own.
                if (!isNumbered && looks.Difference(taken, look) > Alike)
                    cost = Math.Min(cost, looks.TellLevels ? SharedClearLook : SharedLook);
                if (other < level && look.Size > taken.Size && looks.DifferenceOfSize(taken.Size, look.Size) < Alike)
                    cost = Math.Min(cost, LargerThanOuter);
            }

        return cost;
    }

    /// <param name="isWrong">The number is not the one that stands here, only its place counts.</param>
    public HeadingLists With(int level, Numbering number, HeadingLook look, HeadingLooks looks, bool isWrong)
    {
        var isOpen = level <= Depth;
        var style = number.Style is NumberingStyle.None && isOpen ? StyleAt(level) : number.Style;
        // A number that was lost or cannot be read counts all the same.
        var value = !isWrong && number is { Style: not NumberingStyle.None, Value: > 0 } ? number.Value : isOpen ? ValueAt(level) + 1 : 1;
        var kept = Below(level);
        var size = looks.SizeAfter((byte)At(sizes, level), look.Size);
        return new(
            level,
            (styles & kept) | Byte(level, (int)style),
            (values & kept) | Byte(level, Math.Min(value, 255)),
            number.Style is NumberingStyle.None ? usual : (usual & ~Byte(level, 255)) | Byte(level, (int)number.Style),
            (kinds & ~Byte(level, 255)) | Byte(level, look.Kind),
            (sizes & ~Byte(level, 255)) | Byte(level, size));
    }

    /// <summary>Whether the number is another than the list makes one expect.</summary>
    public bool IsUnexpected(int level, Numbering number) =>
        number is { Style: not NumberingStyle.None, Value: > 0 } && number.Value != (level <= Depth ? ValueAt(level) + 1 : 1);

    private double CostOfNext(int level, Numbering number)
    {
        if (number.Style is NumberingStyle.None)
            return StyleAt(level) is NumberingStyle.None ? (IsNumbered ? LostInLostList : 0) : LostAmongNumbered;
        var step = number.Value - ValueAt(level);
        if (StyleAt(level) is NumberingStyle.None)
            return (Usual(level) is NumberingStyle.None ? (IsUsualElsewhere(level, number.Style) ? StyleOfOtherLevel : 0) : Usual(level) == number.Style ? 0 : OtherStyle)
                + (step == 1 ? 0 : LostAmongNumbered);
        if (StyleAt(level) != number.Style)
            return OtherStyle;
        return step switch { 1 => 0, _ when number.Value == 0 => Unnumbered, 2 => OneLost, 0 => Repeated, _ when number.Value == 1 => BeginsAnew, _ => OutOfOrder };
    }

    private double CostOfNewList(int level, Numbering number)
    {
        var cost = Depth == 0 && level > 1 ? BeginsDeep : Skipped * (level - Depth - 1);
        if (number.Style is NumberingStyle.None)
            return cost + (IsNumbered ? LostAmongNumbered + Unnumbered : At(kinds, level) > 0 ? Unnumbered / 2 : Unnumbered);
        cost += number.Value switch { 1 => 0, 0 => Unnumbered, 2 => BeginsLate, _ => OutOfOrder };
        if (Usual(level) is not NumberingStyle.None && Usual(level) != number.Style)
            cost += UnusualStyle;
        if (Usual(level) != number.Style && IsUsualElsewhere(level, number.Style) && !IsOpenAbove(level, number.Style))
            cost += StyleOfOtherLevel;
        for (var outer = 1; outer <= Depth && outer < level; outer++)
            if (StyleAt(outer) == number.Style)
                cost += (Usual(level) == number.Style ? Restarted / 2 : number.Style is NumberingStyle.Han ? Restarted : OddlyRestarted) + (number.Value == ValueAt(outer) + 1 ? NextOfOuter : 0);
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

    private HeadingLook LookAt(int level) => new((byte)At(kinds, level), (byte)At(sizes, level));

    private NumberingStyle Usual(int level) => (NumberingStyle)At(usual, level);

    private static int At(ulong levels, int level) => (int)((levels >> (8 * (level - 1))) & 255);

    private static ulong Byte(int level, int value) => (ulong)value << (8 * (level - 1));

    private static ulong Below(int level) => (1UL << (8 * (level - 1))) - 1;
}
