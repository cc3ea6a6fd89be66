namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// What the model makes of a cell: one class a glyph, from left to right, the product of their probabilities, and the ink that
/// each was read from.
/// </summary>
internal sealed record ModelReading(string Text, double Confidence, IReadOnlyList<Blob> Glyphs)
{
    /// <summary>Digits only, so that it can be compared with other readers.</summary>
    public bool IsNumber => Text.Length > 0 && Text.All(char.IsAsciiDigit);

    /// <summary>Some of the ink is no digit, dash, slash or 无.</summary>
    public bool HasUnknown => Text.Contains('?', StringComparison.Ordinal);

    public ModelReading With(ModelReading next) => new(Text + next.Text, Confidence * next.Confidence, [.. Glyphs, .. next.Glyphs]);

    public static ModelReading Nothing { get; } = new("", 1, []);
}

/// <summary>Reads the digits of a cell glyph by glyph with <see cref="DigitModel"/>, parting digits that touch and joining halves of one.</summary>
internal sealed class DigitReader(DigitModel model)
{
    /// <summary>A single digit is narrower than this share of its height in every face.</summary>
    private const double WidestDigit = 0.9;

    /// <summary>Parting is tried from this width on, and taken where it makes the glyphs likelier.</summary>
    private const double TryParting = 0.7;

    /// <summary>Two pieces are tried as one up to this width of both together, as a share of their height.</summary>
    private const double WidestJoined = 0.85;

    private const int MostParts = 8;

    /// <summary>Null where there is no glyph.</summary>
    public ModelReading? Read(NumberInk ink, IReadOnlyList<Blob> glyphs)
    {
        // The likeliest way through the glyphs, where each step takes one piece of ink or two that stand together.
        var best = new ModelReading?[glyphs.Count + 1];
        best[0] = ModelReading.Nothing;
        for (var i = 0; i < glyphs.Count; i++)
        {
            Take(best, i + 1, best[i]!.With(ReadGlyph(ink, glyphs[i])));
            if (i + 1 < glyphs.Count && MayBeOne(glyphs[i], glyphs[i + 1]))
                // A joined glyph stands for two, so that its probability counts twice.
                Take(best, i + 2, best[i]!.With(Name(ink, glyphs[i].With(glyphs[i + 1])) is var joined ? joined with { Confidence = joined.Confidence * joined.Confidence } : joined));
        }

        return glyphs.Count == 0 ? null : best[^1];
    }

    private static void Take(ModelReading?[] best, int index, ModelReading reading)
    {
        if (best[index] is not { } other || Rank(reading) > Rank(other))
            best[index] = reading;
    }

    // What is no digit is the last resort.
    private static double Rank(ModelReading reading) => reading.Confidence * Math.Pow(0.01, reading.Text.Count(c => c == '?'));

    private static bool MayBeOne(Blob left, Blob right) =>
        left.With(right) is var both && both.Width <= WidestJoined * both.Height && right.Left - left.Right <= 0.3 * both.Height;

    private ModelReading ReadGlyph(NumberInk ink, Blob glyph)
    {
        var best = Name(ink, glyph);
        if (glyph.Width < TryParting * glyph.Height || Marks.IsDash(glyph, ink.Scale) || best.Text is "无" or "-")
            return best;
        var rank = glyph.Width > WidestDigit * glyph.Height ? Rank(best) * 0.01 : Rank(best);
        for (var count = 2; count <= Math.Min(MostParts, (int)Math.Round(glyph.Width / (0.35 * glyph.Height))); count++)
        {
            var parts = GlyphParting.Part(ink.Image, glyph, count, ink.Threshold);
            if (parts.Count != count)
                continue;
            var reading = parts.Aggregate(ModelReading.Nothing, (sum, part) => sum.With(Name(ink, part)));
            if (reading.IsNumber && reading.Confidence > rank)
                (best, rank) = (reading, reading.Confidence);
        }

        return best;
    }

    private ModelReading Name(NumberInk ink, Blob glyph)
    {
        var probabilities = model.Classify(DigitModel.Features(ink, glyph));
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new(DigitModel.Classes[best].ToString(), probabilities[best], [glyph]);
    }
}
