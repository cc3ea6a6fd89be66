using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// The ink of one number cell: characters from left to right, and the cell's own black and white (a local threshold between the
/// cell's background and its darkest ink copes with shade and with thin faces). Coordinates are of <see cref="Image"/>.
/// </summary>
internal sealed record NumberInk
{
    private const double InkShare = 0.45;

    /// <summary>The darkest pixels of empty paper lie this many deviations of its grain below its white.</summary>
    private const double PureGrain = 3.8;

    /// <summary>Digits of the smallest print are at least this high, dots and commas of large print lower, points.</summary>
    private const double LowestDigit = 2.8;
    private const double HighestDigit = 16;

    /// <summary>
    /// Commas of large print are higher than digits of the smallest: they are lower and narrower than these shares of the digits'
    /// height, and stand in its lowest part, with nothing above.
    /// </summary>
    private const double HighestComma = 0.5;
    private const double WidestComma = 0.4;
    private const double LowestPart = 0.55;

    /// <summary>In spread ink a hyphen is no longer so much wider than high as a dash is, points.</summary>
    private const double WidestHyphen = 4.5;

    private NumberInk(double scale) => Scale = scale;

    /// <summary>The cell alone: rules, dirt and dots are painted over with its paper.</summary>
    public GrayImage Image { get; private init; } = new(1, 1);

    /// <summary>Where the picture begins on its page, pixels.</summary>
    public (int X, int Y) Origin { get; private init; }

    /// <summary>Pixels a point.</summary>
    public double Scale { get; }

    /// <summary>At least as high as a small digit, or a dash.</summary>
    public IReadOnlyList<Blob> Characters { get; private init; } = [];

    /// <summary>Marks too small for a digit: decimal points, short minus signs, or dirt.</summary>
    public IReadOnlyList<Blob> Dots { get; private init; } = [];

    /// <summary>Ink too large for a digit: stamps, handwriting, strokes of a pen.</summary>
    public bool HasForeignInk { get; private init; }

    public int Black { get; private init; }

    public int White { get; private init; } = 255;

    /// <summary>Pixels darker than this are ink.</summary>
    public double Threshold => White - (White - Black) * InkShare;

    /// <summary>A character runs into a rule or over the border of the cell.</summary>
    public bool TouchesEdge { get; private init; }

    public Blob Extent => (Characters.Count > 0 ? Characters : Dots).Aggregate((all, blob) => all.With(blob));

    /// <summary>Digits without the signs among the characters.</summary>
    public IReadOnlyList<Blob> Digits => [.. Characters.Where(blob => !Marks.IsDash(blob, Scale))];

    /// <summary>The extent on the page, points.</summary>
    public Box ExtentInPoints => Standing ??
        (Extent is var extent ? new((Origin.X + extent.Left) / Scale, (Origin.Y + extent.Top) / Scale, extent.Width / Scale, extent.Height / Scale) : default);

    /// <summary>Width of the cell from rule to rule, pixels.</summary>
    private double CellWidth { get; init; }

    /// <summary>Where the lines stand that were set on one, points.</summary>
    private Box? Standing { get; init; }

    /// <summary>Its lines may be numbers of their own.</summary>
    public bool MayBeTwo { get; private init; }

    /// <param name="box">The cell from rule to rule, points.</param>
    public static NumberInk Of(GrayImage page, Box box, double scale)
    {
        if (CellInside.Of(page, box, scale) is not { } inside)
            return new(scale);
        var levels = GreyLevels.Of(inside.Histogram, scale);
        if (levels.White - levels.Black < Math.Max(GreyLevels.LeastContrast, PureGrain * levels.Grain))
            return new(scale) { White = levels.White, Black = levels.Black };
        var found = Blobs.Find(inside.Image, levels.White - (levels.White - levels.Black) * InkShare);
        var pieces = found.All.Where(blob => blob.Pixels >= scale * scale * 0.2 && !IsRemnant(blob, inside)).ToList();
        var joined = StrokePieces.Join(WeakInk.Join(inside.Image, pieces, levels), scale);
        var characters = WithoutCommas([.. joined.Where(blob => IsCharacter(blob, scale))]);
        var rest = joined.Except(characters).ToList();
        var kept = characters.Count > 0 ? characters : joined;
        found.Erase(inside.Image, blob => kept.Any(character => character.Contains(blob)), (byte)levels.White);
        return new(scale)
        {
            Image = inside.Image,
            Origin = (inside.X, inside.Y),
            Characters = characters,
            Dots = [.. rest.Where(blob => (IsDot(blob, scale) || IsCharacter(blob, scale)) && !inside.IsAtBorder(blob))],
            HasForeignInk = rest.Any(blob => !IsDot(blob, scale) && !IsCharacter(blob, scale)),
            Black = levels.Black,
            White = levels.White,
            TouchesEdge = characters.Any(inside.IsAtBorder),
            CellWidth = box.Width * scale,
        };
    }

    /// <summary>A number of several lines on one; it stays where it is on its page.</summary>
    public NumberInk OnOneLine()
    {
        if (InkLines.Of(Characters) is not { } lines)
            return this;
        var (image, characters, dots) = lines.BehindEachOther(Image, Dots, (byte)White);
        return this with
        {
            Image = image, Characters = characters, Dots = dots, MayBeTwo = !lines.FillTheirCell(CellWidth, Scale), Standing = ExtentInPoints,
        };
    }

    private static List<Blob> WithoutCommas(List<Blob> characters)
    {
        if (characters.Count < 2)
            return characters;
        var highest = characters.MaxBy(blob => blob.Height);
        bool IsComma(Blob blob) => blob.Height < HighestComma * highest.Height && blob.Width < WidestComma * highest.Height && blob.Height >= blob.Width
            && blob.Top > highest.Top + LowestPart * highest.Height && blob.Top < highest.Bottom
            && !characters.Exists(other => other != blob && other.Bottom <= blob.Top && other.Left < blob.Right && other.Right > blob.Left);
        return characters.FindAll(blob => !IsComma(blob));
    }

    private static bool IsCharacter(Blob blob, double scale) =>
        (blob.Height >= LowestDigit * scale && blob.Height < HighestDigit * scale) || (blob.Width >= 2.2 * scale && Marks.IsDash(blob, scale));

    private static bool IsDot(Blob blob, double scale) => blob.Height < LowestDigit * scale
        && (blob.Width < LowestDigit * scale || (blob.Width < WidestHyphen * scale && Marks.IsHyphen(blob, scale)));

    /// <summary>A piece of a rule that the cell's border did not take along: long, thin and at the border.</summary>
    private static bool IsRemnant(Blob blob, CellInside inside)
    {
        var (width, height) = (inside.Image.Width, inside.Image.Height);
        return ((blob.Height > 0.6 * height && blob.Width < 0.12 * blob.Height) || (blob.Width > 0.6 * width && blob.Height < 0.12 * blob.Width)
            || Math.Min(blob.Width, blob.Height) <= 3) && inside.IsAtBorder(blob);
    }
}
