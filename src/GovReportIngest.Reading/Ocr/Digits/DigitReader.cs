using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What the model makes of a cell: one class a glyph, from left to right, and the product of their probabilities.</summary>
internal readonly record struct ModelReading(string Text, double Confidence)
{
    /// <summary>Digits only, so that it can be compared with other readers.</summary>
    public bool IsNumber => Text.Length > 0 && Text.All(char.IsAsciiDigit);
}

/// <summary>Reads the digits of a cell glyph by glyph with <see cref="DigitModel"/>, parting digits that touch.</summary>
internal sealed class DigitReader(DigitModel model)
{
    /// <summary>A single digit is narrower than this share of its height in every face.</summary>
    private const double WidestDigit = 0.9;

    /// <summary>Parting is tried from this width on, and taken where it makes the glyphs likelier.</summary>
    private const double TryParting = 0.75;

    public ModelReading Read(GrayImage page, NumberInk ink, IReadOnlyList<Blob> glyphs)
    {
        var text = "";
        var confidence = 1.0;
        foreach (var glyph in glyphs)
        {
            var reading = ReadGlyph(page, ink, glyph);
            text += reading.Text;
            confidence *= reading.Confidence;
        }

        return new(text, glyphs.Count == 0 ? 0 : confidence);
    }

    private ModelReading ReadGlyph(GrayImage page, NumberInk ink, Blob glyph)
    {
        var best = Name(page, ink, glyph);
        if (glyph.Width < TryParting * glyph.Height || Marks.IsDash(glyph) || best.Text is "无" or "-")
            return best;
        var whole = best.Text == "?" || glyph.Width > WidestDigit * glyph.Height ? best with { Confidence = best.Confidence * 0.01 } : best;
        for (var count = 2; count <= Math.Min(6, (int)Math.Round(glyph.Width / (0.4 * glyph.Height))); count++)
        {
            var parts = GlyphParting.Part(page, glyph, count, ink.Threshold);
            if (parts.Count != count)
                continue;
            var reading = parts.Aggregate(new ModelReading("", 1), (sum, part) => Name(page, ink, part) is var named
                ? new(sum.Text + named.Text, sum.Confidence * named.Confidence) : sum);
            if (reading.IsNumber && reading.Confidence > whole.Confidence)
                (best, whole) = (reading, reading);
        }

        return best;
    }

    private ModelReading Name(GrayImage page, NumberInk ink, Blob glyph)
    {
        var probabilities = model.Classify(DigitModel.Features(page, glyph, ink.Black, ink.White));
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new(DigitModel.Classes[best].ToString(), probabilities[best]);
    }
}
