using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>The text of a source page, line by line in reading order.</summary>
/// <param name="SourcePage">1-based.</param>
/// <param name="Width">Of the page as boxes count it: upright, points.</param>
/// <param name="Height">The same.</param>
/// <param name="Rotation">Degrees by which the page was turned clockwise to be upright, beyond what the file itself says.</param>
/// <param name="IsScan">Whether the text was read from an image; else it is the file's own.</param>
/// <param name="Lines">In reading order.</param>
public sealed record PageText(int SourcePage, double Width, double Height, int Rotation, bool IsScan, IReadOnlyList<TextLine> Lines);

/// <param name="Words">From left to right.</param>
public sealed record TextLine(IReadOnlyList<TextWord> Words);

/// <summary>A word where it stands on the page; it lies askew there where the page does.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Start">Where its lower edge begins, points from the top left of the page.</param>
/// <param name="End">Where its lower edge ends.</param>
/// <param name="Height">At a right angle to that, points.</param>
/// <param name="Confidence">0–1: of the OCR engine for words, of the record for figures; 1 for text of the file.</param>
/// <param name="JoinsNext">Whether no space stands between it and the next word of its line.</param>
public sealed record TextWord(string Text, PagePoint Start, PagePoint End, double Height, double Confidence, bool JoinsNext = false)
{
    /// <summary>A word that does not lie askew.</summary>
    public static TextWord Of(string text, Box box, double confidence) => new(text, new(box.X, box.Bottom), new(box.Right, box.Bottom), box.Height, confidence);

    /// <summary>The smallest upright box around it.</summary>
    public Box Box
    {
        get
        {
            var length = Math.Max(0.01, Math.Sqrt((End.X - Start.X) * (End.X - Start.X) + (End.Y - Start.Y) * (End.Y - Start.Y)));
            var (upX, upY) = ((End.Y - Start.Y) / length * Height, -(End.X - Start.X) / length * Height);
            double[] xs = [Start.X, End.X, Start.X + upX, End.X + upX], ys = [Start.Y, End.Y, Start.Y + upY, End.Y + upY];
            return Box.FromEdges(xs.Min(), ys.Min(), xs.Max(), ys.Max());
        }
    }
}

/// <summary>A place on a page, points from its top left.</summary>
public readonly record struct PagePoint(double X, double Y);
