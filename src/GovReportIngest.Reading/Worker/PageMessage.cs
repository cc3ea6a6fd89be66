using System.Text.Json.Serialization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// A <see cref="ReadPage"/> in the form that crosses the pipe: words and rulings as flat arrays of numbers, since a page has
/// thousands of them. Numbers keep every bit, so that a page is the same on both sides.
/// </summary>
internal sealed record PageMessage
{
    private const int RulingNumbers = 5;
    private const int BoxNumbers = 4;
    private const int WarpFacts = 2;

    /// <summary>Number, source page, part, rotation, reading, dpi (0 where none), whether dpi is assumed, turn.</summary>
    public required int[] Facts { get; init; }

    /// <summary>Width, height, skew, the six coefficients of the frame.</summary>
    public required double[] Geometry { get; init; }

    /// <summary>Of a flattened page: step and columns of the mesh, then its moves; empty otherwise.</summary>
    public required double[] Warp { get; init; }

    public required string Why { get; init; }

    public required string[] Texts { get; init; }

    /// <summary>The different font names; words refer to them by index.</summary>
    public required string[] Fonts { get; init; }

    /// <summary>A word after the other: box (4), confidence, font size, bold, font index or -1, number of edges, the edges.</summary>
    public required double[] Words { get; init; }

    /// <summary>A ruling after the other: direction, position, start, end, thickness.</summary>
    public required double[] Rulings { get; init; }

    /// <summary>Ink left for the second call, a box after the other: x, y, width, height.</summary>
    public required double[] UnreadInk { get; init; }

    public required TextFileLine[] Lines { get; init; }

    public required FlowBlock[] Flow { get; init; }

    public required Problem[] Problems { get; init; }

    public required PageMessage[] Turned { get; init; }

    [JsonIgnore]
    public int SourcePage => Facts[1];

    [JsonIgnore]
    public PagePart Part => (PagePart)Facts[2];

    [JsonIgnore]
    public PageReading Reading => (PageReading)Facts[4];

    public static PageMessage From(ReadPage page)
    {
        var fonts = page.Words.Select(word => word.FontName).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var frame = page.Frame;
        return new()
        {
            Facts =
            [
                page.Number, page.SourcePage, (int)page.Part, page.Rotation, (int)page.Reading,
                page.Dpi?.X ?? 0, page.Dpi?.Y ?? 0, page.DpiIsAssumed ? 1 : 0, page.Turn,
            ],
            Geometry = [page.Width, page.Height, page.SkewDegrees, frame.A, frame.B, frame.C, frame.D, frame.E, frame.F],
            Warp = frame.Warp is { } warp ? [warp.Step, warp.Columns, .. warp.Moves] : [],
            Why = page.Why,
            Texts = [.. page.Words.Select(word => word.Text)],
            Fonts = [.. fonts],
            Words = Pack(page.Words, fonts),
            Rulings = [.. page.Rulings.SelectMany(rule => new[] { (double)rule.Direction, rule.Position, rule.Start, rule.End, rule.Thickness })],
            UnreadInk = [.. page.UnreadInk.SelectMany(box => new[] { box.X, box.Y, box.Width, box.Height })],
            Lines = [.. page.Lines],
            Flow = [.. page.Flow],
            Problems = [.. page.Problems],
            Turned = [.. page.Turned.Select(From)],
        };
    }

    /// <exception cref="InvalidDataException">The arrays do not fit together.</exception>
    public ReadPage ToPage()
    {
        if (Facts.Length != 9 || Geometry.Length != 9 || Rulings.Length % RulingNumbers != 0 || UnreadInk.Length % BoxNumbers != 0)
            throw new InvalidDataException("A page message has the wrong number of facts.");
        return new()
        {
            Number = Facts[0],
            SourcePage = Facts[1],
            Part = (PagePart)Facts[2],
            Rotation = Facts[3],
            Reading = (PageReading)Facts[4],
            Dpi = Facts[5] == 0 && Facts[6] == 0 ? null : (Facts[5], Facts[6]),
            DpiIsAssumed = Facts[7] != 0,
            Turn = Facts[8],
            Width = Geometry[0],
            Height = Geometry[1],
            SkewDegrees = Geometry[2],
            Frame = new(Geometry[3], Geometry[4], Geometry[5], Geometry[6], Geometry[7], Geometry[8])
            {
                Warp = Warp.Length > WarpFacts ? new(Warp[0], (int)Warp[1], Warp[WarpFacts..]) : null,
            },
            Why = Why,
            Words = UnpackWords(),
            Rulings = UnpackRulings(),
            UnreadInk = [.. UnreadInk.Chunk(BoxNumbers).Select(box => new Box(box[0], box[1], box[2], box[3]))],
            Lines = Lines,
            Flow = Flow,
            Problems = Problems,
            Turned = [.. Turned.Select(part => part.ToPage())],
        };
    }

    private static double[] Pack(IReadOnlyList<Word> words, List<string> fonts)
    {
        var numbers = new List<double>(words.Count * 12);
        foreach (var word in words)
        {
            numbers.AddRange([word.Box.X, word.Box.Y, word.Box.Width, word.Box.Height, word.Confidence, word.FontSize]);
            numbers.AddRange([word.IsBold ? 1 : 0, word.FontName is null ? -1 : fonts.IndexOf(word.FontName), word.Edges.Count]);
            numbers.AddRange(word.Edges);
        }

        return [.. numbers];
    }

    private Word[] UnpackWords()
    {
        var words = new Word[Texts.Length];
        var at = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var edges = at + 9 <= Words.Length ? (int)Words[at + 8] : -1;
            if (edges < 0 || edges > Words.Length - at - 9 || Words[at + 7] >= Fonts.Length)
                throw new InvalidDataException("A page message has fewer numbers than its words need.");
            var font = (int)Words[at + 7];
            words[i] = new()
            {
                Text = Texts[i],
                Box = new(Words[at], Words[at + 1], Words[at + 2], Words[at + 3]),
                Confidence = Words[at + 4],
                FontSize = Words[at + 5],
                IsBold = Words[at + 6] != 0,
                FontName = font < 0 ? null : Fonts[font],
                Edges = Words[(at + 9)..(at + 9 + edges)],
            };
            at += 9 + edges;
        }

        return words;
    }

    private Ruling[] UnpackRulings() =>
        [.. Rulings.Chunk(RulingNumbers).Select(rule => new Ruling((RulingDirection)(int)rule[0], rule[1], rule[2], rule[3], rule[4]))];
}
