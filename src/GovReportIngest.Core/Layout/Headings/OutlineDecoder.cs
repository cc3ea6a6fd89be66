namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Finds the likeliest outline: a beam search over the document whose states are the open lists of headings. The classifier says
/// how likely each line is a heading of each level; the lists say how likely its number is there.
/// </summary>
internal sealed class OutlineDecoder(HeadingModel model)
{
    private const int Beam = 32;

    /// <summary>Natural logarithm; a line less likely a heading than this is not tried as one.</summary>
    private const double HardlyAHeading = -7;

    /// <summary>A number that stands alone must be followed by its title.</summary>
    private const double WithoutTitle = -4;

    /// <summary>
    /// How far the classifier is believed about the level of a line that it takes for a heading: much less where a number shows the
    /// level, since it knows numbers only line by line.
    /// </summary>
    private const double NumberedTrust = 0.1;

    /// <summary>The number goes on in a list that is open.</summary>
    private const double InOrderTrust = 0.03;

    private const double UnnumberedTrust = 0.5;

    private sealed record State(HeadingLists Lists, double Score, State? Before, LineDecision Decision)
    {
        /// <summary>The line is a heading, or a part of one, without a closing mark, that the next line may go on with.</summary>
        public bool IsOpen { get; init; }

        public bool LacksTitle { get; init; }

        /// <summary>The line, where it reaches the right margin.</summary>
        public LineFacts? Filled { get; init; }
    }

    /// <param name="features">All lines of the document.</param>
    /// <param name="isProse">By line: false for text of tables and the like, which no heading is among.</param>
    /// <param name="levels">By line: the level that is known from elsewhere, or 0; -1 for a line that goes on with such a heading.</param>
    /// <returns>By line.</returns>
    public IReadOnlyList<LineDecision> Decode(LineFeatures features, IReadOnlyList<bool> isProse, IReadOnlyList<int> levels)
    {
        List<State> beam = [new(default, 0, null, default)];
        for (var i = 0; i < features.Lines.Count; i++)
            beam = isProse[i] ? Step(beam, features, i, levels[i])
                : [.. beam.Select(state => new State(state.Lists, state.Score, state, new(LineClass.Table, default, false)))];
        var decisions = new LineDecision[features.Lines.Count];
        var last = beam[0];
        for (var i = decisions.Length - 1; i >= 0; i--, last = last.Before!)
            decisions[i] = last.Decision;
        return decisions;
    }

    private List<State> Step(List<State> beam, LineFeatures features, int index, int known)
    {
        var line = features.Lines[index];
        var logs = model.LogProbabilities(features.Of(index));
        var next = new Dictionary<(HeadingLists, bool, bool), State>();
        void Reach(State state)
        {
            var key = (state.Lists, state.IsOpen, state.LacksTitle);
            if (!next.TryGetValue(key, out var other) || state.Score > other.Score)
                next[key] = state;
        }

        var plain = BestOther(line, logs);
        foreach (var state in beam)
        {
            if (known == 0 || (known == -1 && !state.IsOpen))
                Reach(new(state.Lists, state.Score + logs[(int)plain] + (state.LacksTitle ? WithoutTitle : 0), state, new(plain, default, false)));
            if (known != 0 || MayBeHeading(line, logs))
                foreach (var heading in Headings(state, line, logs, known, features.LookOf(line)))
                    Reach(heading);
        }

        // Equal scores keep the order in which they were reached: the sort is stable.
        return [.. next.Values.OrderByDescending(state => state.Score).Take(Beam)];
    }

    private static IEnumerable<State> Headings(State state, LineFacts line, double[] logs, int known, int look)
    {
        var any = LogOfAny(logs);
        if (state.IsOpen && state.Decision.Level is > 0 and var open && (known == -1 || (known == 0 && MayGoOn(state, line))))
            yield return new(state.Lists, state.Score + any, state, state.Decision with { GoesOn = true })
            {
                IsOpen = !line.EndsSentence,
                Filled = line.Look.ReachesRightMargin ? line : null,
            };
        if (known == -1)
            yield break;
        foreach (var (number, isDamaged) in Numbers(line))
            for (var level = known > 0 ? known : 1; level <= (known > 0 ? known : 4); level++)
                yield return new(
                    state.Lists.With(level, number, look),
                    state.Score + (state.LacksTitle ? WithoutTitle : 0) + (known > 0 ? 0 : any + Trust(number, level > state.Lists.Depth) * (logs[(int)LineClass.Heading1 + level - 1] - any))
                        + state.Lists.CostOf(level, number, isDamaged, look),
                    state, new(LineClass.Heading1 + level - 1, number, false))
                {
                    IsOpen = !line.EndsSentence,
                    Filled = line.Look.ReachesRightMargin ? line : null,
                    LacksTitle = number.Rest.Length == 0,
                };
    }

    private static double Trust(Numbering number, bool isNewList) =>
        number.Style is NumberingStyle.None ? UnnumberedTrust : isNewList ? NumberedTrust : InOrderTrust;

    private static double LogOfAny(double[] logs) =>
        Math.Log(Math.Exp(logs[(int)LineClass.Heading1]) + Math.Exp(logs[(int)LineClass.Heading2]) + Math.Exp(logs[(int)LineClass.Heading3]) + Math.Exp(logs[(int)LineClass.Heading4]));

    /// <summary>The number as it stands; where it may be damaged, also none.</summary>
    private static IEnumerable<(Numbering, bool)> Numbers(LineFacts line)
    {
        if (line.Damaged is { } damaged)
            yield return (damaged, true);
        yield return (line.Numbering, false);
    }

    // What stands before a full stop on the same line is a lead, not a heading.
    private static bool MayBeHeading(LineFacts line, double[] logs) =>
        !line.HasInnerSentence && !line.Look.IsRunning && Enumerable.Range((int)LineClass.Heading1, 4).Any(k => logs[k] > HardlyAHeading);

    // A heading goes on below where it filled its line, in the same type.
    private static bool MayGoOn(State state, LineFacts line) =>
        line.Numbering.Style is NumberingStyle.None && (state.LacksTitle || (!line.Look.HasGapAbove && state.Filled is { } above && DocumentLooks.AreOfOneType(above, line)));

    private static LineClass BestOther(LineFacts line, double[] logs)
    {
        var best = LineClass.Body;
        for (var k = LineClass.Body; k <= LineClass.PageNumber; k++)
            if (k is < LineClass.Heading1 or > LineClass.Heading4 && logs[(int)k] > logs[(int)best])
                best = k;
        return line.Look.IsRunning && best is not LineClass.PageNumber ? LineClass.PageEdge : best;
    }
}
