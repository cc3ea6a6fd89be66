using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// The lines of a number that was wrapped in its cell. Readers go from left to right and would mix the digits of lines that stand
/// over each other, so that these are set one behind another.
/// </summary>
/// <param name="Lines">Characters from left to right, line by line from top to bottom.</param>
internal sealed record InkLines(IReadOnlyList<IReadOnlyList<Blob>> Lines)
{
    /// <summary>Lower ink than this, as a share of the highest, is no line of digits.</summary>
    private const double LeastHeight = 0.6;

    /// <summary>Neighbouring lines may overlap by this share of a line where the page is askew.</summary>
    private const double MostOverlap = 0.15;

    /// <summary>Word processors leave this beside the text of a cell, both sides together, points.</summary>
    private const double Padding = 11;

    /// <summary>Of a digit's height: from a digit to the next, and the room between lines that were set behind each other.</summary>
    private const double Advance = 0.75;
    private const double Between = 0.25;

    /// <summary>Null where the characters stand on one line, or are not all digits of like height.</summary>
    public static InkLines? Of(IReadOnlyList<Blob> characters)
    {
        var lines = new List<(Blob Extent, List<Blob> Characters)>();
        foreach (var character in characters.OrderBy(blob => blob.Top))
            if (lines.Count > 0 && character.Top < lines[^1].Extent.Bottom - MostOverlap * lines[^1].Extent.Height)
            {
                lines[^1].Characters.Add(character);
                lines[^1] = (lines[^1].Extent.With(character), lines[^1].Characters);
            }
            else
            {
                lines.Add((character, [character]));
            }

        var highest = lines.Count == 0 ? 0 : lines.Max(line => line.Extent.Height);
        return lines.Count < 2 || lines.Exists(line => line.Extent.Height < LeastHeight * highest)
            ? null : new([.. lines.Select(line => (IReadOnlyList<Blob>)[.. line.Characters.OrderBy(blob => blob.Left)])]);
    }

    /// <summary>Whether the digits fill each line but the last, so that the number had to go on below: else there may be two.</summary>
    /// <param name="cell">Width of the cell, pixels.</param>
    /// <param name="scale">Pixels a point.</param>
    public bool FillTheirCell(double cell, double scale)
    {
        var extents = Lines.Select(ExtentOf).ToList();
        var advance = Lines[0].Count > 1 ? (Lines[0][^1].Left - Lines[0][0].Left) / (double)(Lines[0].Count - 1) : Advance * extents[0].Height;
        return cell - extents[0].Width < advance + Padding * scale
            && extents.SkipLast(1).All(line => Math.Abs(line.Width - extents[0].Width) < advance / 2) && extents[^1].Width < extents[0].Width + advance / 2;
    }

    /// <summary>A picture with the lines behind each other on one foot.</summary>
    /// <param name="image">In which they stand.</param>
    /// <param name="dots">Small marks; each goes with its line.</param>
    /// <param name="paper">Grey level of what is between them.</param>
    public (GrayImage Image, IReadOnlyList<Blob> Characters, IReadOnlyList<Blob> Dots) BehindEachOther(GrayImage image, IReadOnlyList<Blob> dots, byte paper)
    {
        var extents = Lines.Select(ExtentOf).ToList();
        var height = extents.Max(line => line.Height);
        var margin = Math.Max(1, extents.Zip(extents.Skip(1), (upper, lower) => (lower.Top - upper.Bottom) / 2).Min());
        // What stands before the first line may be a faint sign.
        var before = extents[0].Left;
        var between = (int)Math.Ceiling(Between * height);
        var wide = new GrayImage(before + extents.Sum(line => line.Width + between), height + 2 * margin);
        Array.Fill(wide.Pixels, paper);
        var (characters, moved, left) = (new List<Blob>(), new List<Blob>(), before);
        for (var index = 0; index < Lines.Count; index++)
        {
            var line = extents[index];
            var (right, down) = (left - line.Left, margin + height - line.Bottom);
            var from = index == 0 ? 0 : line.Left - between / 2;
            for (var y = Math.Max(0, line.Top - margin); y < Math.Min(image.Height, line.Bottom + margin); y++)
                for (var x = Math.Max(0, from); x < Math.Min(image.Width, line.Right + between / 2); x++)
                    wide[x + right, y + down] = image[x, y];
            characters.AddRange(Lines[index].Select(character => Moved(character, right, down)));
            moved.AddRange(dots.Where(dot => dot.Bottom > line.Top - margin && dot.Top < line.Bottom + margin).Select(dot => Moved(dot, right, down)));
            left += line.Width + between;
        }

        return (wide, characters, moved);
    }

    private static Blob ExtentOf(IReadOnlyList<Blob> line) => line.Aggregate((all, blob) => all.With(blob));

    private static Blob Moved(Blob blob, int right, int down) => new(blob.Left + right, blob.Top + down, blob.Right + right, blob.Bottom + down, blob.Pixels);
}
