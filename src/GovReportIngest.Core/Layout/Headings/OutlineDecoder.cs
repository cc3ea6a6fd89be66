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
    /// level, since it knows numbers only line by line, and not at all where the level has had such numbers before.
    /// </summary>
    private const double NumberedTrust = 0.15;

    /// <summary>Among numbered headings the number was lost.</summary>
    private const double LostTrust = 0.08;

    private const double UnnumberedTrust = 0.21;

    /// <summary>A level of this look is known.</summary>
    private const double KnownLookTrust = 0.02;

    /// <summary>The rest of a heading, however it looks.</summary>
    private const double SurelyMore = -0.3;

    private const int LongestRest = 15;

    /// <summary>A heading that filled its line without what seems to be its rest.</summary>
    private const double CutShort = -3;

    /// <summary>A short line that has the next number of an open list is no heading.</summary>
    private const double Awaited = -2;

    /// <summary>A heading where a paragraph goes on.</summary>
    private const double InsideParagraph = -6;

    private sealed record State(HeadingLists Lists, double Score, State? Before, LineDecision Decision)
    {
        /// <summary>The heading, or the part of one, above, without a closing mark, that the next line may go on with.</summary>
        public LineDecision Open { get; init; }

        public bool LacksTitle { get; init; }

        /// <summary>The line of <see cref="Open"/>, where it reaches the right margin.</summary>
        public LineFacts? Filled { get; init; }

        /// <summary>The line above, where it is of a paragraph that goes on.</summary>
        public LineFacts? Running { get; init; }

        /// <summary>The page turned since.</summary>
        public bool HasTurned { get; init; }
    }

    /// <param name="features">All lines of the document.</param>
    /// <param name="isProse">By line: false for text of tables and the like, which no heading is among.</param>
    /// <param name="levels">By line: the level that is known from elsewhere, or 0; -1 for a line that goes on with such a heading.</param>
    /// <returns>By line.</returns>
    public IReadOnlyList<LineDecision> Decode(LineFeatures features, IReadOnlyList<bool> isProse, IReadOnlyList<int> levels)
    {
        var logs = features.Lines.Select((_, index) => isProse[index] ? model.LogProbabilities(features.Of(index)) : []).ToList();
        var decisions = Decode(features, logs, levels, default);
        // What the headings of a level look like is known only at the end.
        return features.Looks.AreOfOneSize ? decisions : Decode(features, logs, levels, HeadingLists.Expecting(SizesOf(features, decisions)));
    }

    private static LineDecision[] Decode(LineFeatures features, List<double[]> logs, IReadOnlyList<int> levels, HeadingLists start)
    {
        List<State> beam = [new(start, 0, null, default)];
        for (var i = 0; i < features.Lines.Count; i++)
            beam = logs[i].Length > 0 ? Step(beam, features, logs[i], i, levels[i])
                : [.. beam.Select(state => new State(state.Lists, state.Score, state, new(LineClass.Table, default, false)))];
        var decisions = new LineDecision[features.Lines.Count];
        var last = beam[0];
        for (var i = decisions.Length - 1; i >= 0; i--, last = last.Before!)
            decisions[i] = last.Decision;
        return decisions;
    }

    /// <summary>By level from 1, the median; 0 for a level of fewer than two headings.</summary>
    private static byte[] SizesOf(LineFeatures features, LineDecision[] decisions) =>
        [.. Enumerable.Range(1, 4).Select(level =>
        {
            var sizes = decisions.Select((decision, index) => (decision, index)).Where(line => line.decision.Level == level && !line.decision.GoesOn)
                .Select(line => features.Looks.Of(features.Lines[line.index]).Size).Order().ToList();
            return sizes.Count < 2 ? (byte)0 : sizes[sizes.Count / 2];
        })];

    private static List<State> Step(List<State> beam, LineFeatures features, double[] logs, int index, int known)
    {
        var line = features.Lines[index];
        var next = new Dictionary<(HeadingLists, int, bool), State>();
        void Reach(State state)
        {
            var key = (state.Lists, state.Open.Level, state.LacksTitle);
            if (!next.TryGetValue(key, out var other) || state.Score > other.Score)
                next[key] = state;
        }

        var plain = BestOther(line, logs);
        var look = features.Looks.Of(line);
        foreach (var state in beam)
        {
            if (known == 0 || (known == -1 && state.Open.Level == 0))
                Reach(Other(state, line, plain, logs[(int)plain]));
            if (known != 0 || MayBeHeading(line, logs))
                foreach (var heading in Headings(state, line, logs, known, look, features.Looks))
                    Reach(heading);
        }

        // Equal scores keep the order in which they were reached: the sort is stable.
        return [.. next.Values.OrderByDescending(state => state.Score).Take(Beam)];
    }

    /// <summary>What runs along the edges of pages interrupts no heading.</summary>
    private static State Other(State state, LineFacts line, LineClass plain, double log) =>
        plain is LineClass.PageEdge or LineClass.PageNumber
            ? state with { Score = state.Score + log, Before = state, Decision = new(plain, default, false), HasTurned = true }
            : new(state.Lists, state.Score + log + (state.LacksTitle ? WithoutTitle : 0) + (IsSurelyMore(state, line) ? CutShort : 0) + (line.IsHeadingLike && state.Lists.Await(line.Numbering) ? Awaited : 0), state, new(plain, default, false))
            {
                Running = line.Look.ReachesRightMargin && !line.EndsSentence && plain is LineClass.Body ? line : null,
            };

    private static IEnumerable<State> Headings(State state, LineFacts line, double[] logs, int known, HeadingLook look, HeadingLooks looks)
    {
        var any = LogOfAny(logs);
        if (state.Open.Level > 0 && (known == -1 || (known == 0 && MayGoOn(state, line))))
            yield return new(state.Lists, state.Score + (IsSurelyMore(state, line) ? Math.Max(any, SurelyMore) : any), state, state.Open with { GoesOn = true })
            {
                Open = line.EndsSentence ? default : state.Open,
                Filled = line.Look.ReachesRightMargin ? line : null,
            };
        if (known == -1)
            yield break;
        var isKnownLook = state.Lists.Knows(look, looks);
        foreach (var (number, isDoubtful) in Numbers(line))
            for (var level = known > 0 ? known : 1; level <= (known > 0 ? known : 4); level++)
            {
                var score = state.Score + (state.LacksTitle ? WithoutTitle : 0) + (state.Running is not null && line is { LacksIndent: true, Look.HasGapAbove: false } ? InsideParagraph : 0) + state.Lists.CostOf(level, number, isDoubtful, look, looks)
                    + (known > 0 ? 0 : any + Trust(state.Lists, level, number, isKnownLook) * (logs[(int)LineClass.Heading1 + level - 1] - any));
                yield return Heading(state, line, new(LineClass.Heading1 + level - 1, number, false), state.Lists.With(level, number, look, looks, isWrong: false), score);
                if (state.Lists.IsUnexpected(level, number))
                    yield return Heading(state, line, new(LineClass.Heading1 + level - 1, number, false), state.Lists.With(level, number, look, looks, isWrong: true), score);
            }
    }

    /// <summary>A short line that begins where no paragraph does, below a heading that filled its line.</summary>
    private static bool IsSurelyMore(State state, LineFacts line) =>
        state.Open.Level > 0 && line is { HasInnerSentence: false, EndsSentence: false, Length: <= LongestRest } && (line.LacksIndent || LosesIndent(state, line)) && MayGoOn(state, line);

    /// <summary>Where headings are indented paragraphs are, too.</summary>
    private static bool LosesIndent(State state, LineFacts line) =>
        state.Filled is { IsIndented: true } && line is { IsIndented: false, Look.HeightOnPage: not null };

    private static State Heading(State state, LineFacts line, LineDecision decision, HeadingLists lists, double score) =>
        new(lists, score, state, decision)
        {
            Open = line.EndsSentence ? default : decision,
            Filled = line.Look.ReachesRightMargin ? line : null,
            LacksTitle = decision.Numbering.Rest.Length == 0,
        };

    private static double Trust(HeadingLists lists, int level, Numbering number, bool isKnownLook) =>
        number.Style is NumberingStyle.None ? (lists.IsNumbered ? LostTrust : isKnownLook ? KnownLookTrust : UnnumberedTrust)
        : lists.IsUsual(level, number.Style) ? 0 : NumberedTrust;

    private static double LogOfAny(double[] logs) =>
        Math.Log(Math.Exp(logs[(int)LineClass.Heading1]) + Math.Exp(logs[(int)LineClass.Heading2]) + Math.Exp(logs[(int)LineClass.Heading3]) + Math.Exp(logs[(int)LineClass.Heading4]));

    /// <summary>The number as it stands; where it may be damaged, also none.</summary>
    private static IEnumerable<(Numbering, bool)> Numbers(LineFacts line)
    {
        if (line.Damaged is { } damaged)
        {
            yield return (damaged, true);
            if (damaged is { Value: 0, Style: NumberingStyle.Digit })
                yield return (damaged with { Style = NumberingStyle.Han }, true);
        }

        yield return (line.Numbering, line.IsScanned);
    }

    // What stands before a full stop on the same line is a lead, not a heading.
    private static bool MayBeHeading(LineFacts line, double[] logs) =>
        !line.HasInnerSentence && !line.Look.IsRunning && Enumerable.Range((int)LineClass.Heading1, 4).Any(k => logs[k] > HardlyAHeading);

    // A heading goes on below where it filled its line, in the same type.
    private static bool MayGoOn(State state, LineFacts line) =>
        line.Numbering.Style is NumberingStyle.None && (state.LacksTitle || ((!line.Look.HasGapAbove || state.HasTurned) && state.Filled is { } above && DocumentLooks.AreOfOneType(above, line)));

    private static LineClass BestOther(LineFacts line, double[] logs)
    {
        var best = LineClass.Body;
        for (var k = LineClass.Body; k <= LineClass.PageNumber; k++)
            if (k is < LineClass.Heading1 or > LineClass.Heading4 && logs[(int)k] > logs[(int)best])
                best = k;
        return line.Look.IsRunning && best is not LineClass.PageNumber ? LineClass.PageEdge : best;
    }
}
