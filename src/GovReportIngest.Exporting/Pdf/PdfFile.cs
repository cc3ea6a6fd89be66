using System.IO.Compression;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// The objects of a PDF by its cross-reference tables and streams (ISO 32000-1, 7.5). Only what the page tree needs is read; content streams and
/// images are never looked into.
/// </summary>
internal sealed class PdfFile
{
    private const int MostTables = 1000;
    private const int MostPageDepth = 50;
    private const int MostStreamBytes = 64 << 20;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<int, Entry> entries = [];
    private readonly Dictionary<int, (byte[] Data, int[] Offsets)> packs = [];

    /// <summary>Offset of an object, or its place in an object stream.</summary>
    private readonly record struct Entry(int Offset, int Generation, int? Pack);

    /// <exception cref="PdfException">It is no PDF, or damaged.</exception>
    public PdfFile(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Start = Math.Max(0, bytes.Span[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8));
        var mark = bytes.Span.LastIndexOf("startxref"u8);
        if (mark < 0)
            throw new PdfException("the end of the file is missing");
        TableAt = new PdfLexer(bytes, mark + "startxref".Length).Integer();
        var trailers = ReadTables().ToList();
        Trailer = trailers[0];
        Size = entries.Keys.DefaultIfEmpty().Max() + 1;
        if (PdfValue.NumberOf(Trailer.Find("/Size")) is { } size && size < int.MaxValue)
            Size = Math.Max(Size, (int)size);
    }

    /// <summary>Where the header is: offsets count from there.</summary>
    public int Start { get; }

    /// <summary>Where the last cross-reference table is.</summary>
    public int TableAt { get; }

    public PdfValue.Map Trailer { get; }

    /// <summary>The first number that no object has.</summary>
    public int Size { get; }

    public bool IsEncrypted => Trailer.Find("/Encrypt") is not null;

    /// <summary>The last table is a stream: what is added must have one, too.</summary>
    public bool HasStreamTables { get; private set; }

    /// <summary>The pages in their order, with what they inherit.</summary>
    /// <exception cref="PdfException">The page tree is damaged.</exception>
    public IReadOnlyList<PdfPage> Pages()
    {
        var pages = new List<PdfPage>();
        var root = Map(Trailer.Find("/Root")) ?? throw new PdfException("there is no catalogue");
        Collect(root.Find("/Pages"), new Dictionary<string, PdfValue>(StringComparer.Ordinal), pages, [], 0);
        return pages;
    }

    /// <summary>What a reference stands for; other values are themselves.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfValue.Reference(var number, _) && hops < 16; hops++)
            value = entries.TryGetValue(number, out var entry) ? entry.Pack is { } pack ? Packed(pack, entry.Offset) : Object(number, entry) : null;
        return value;
    }

    public PdfValue.Map? Map(PdfValue? value) => Resolve(value) as PdfValue.Map;

    public IReadOnlyList<double>? Numbers(PdfValue? value) =>
        Resolve(value) is PdfValue.List(var items) && items.Select(item => PdfValue.NumberOf(Resolve(item))).ToList() is var numbers && !numbers.Contains(null) ? [.. numbers.Select(number => number!.Value)] : null;

    private void Collect(PdfValue? node, Dictionary<string, PdfValue> inherited, List<PdfPage> pages, HashSet<int> path, int depth)
    {
        if (node is not PdfValue.Reference(var number, _) || !path.Add(number) || depth > MostPageDepth || Map(node) is not { } map)
            throw new PdfException("the page tree is damaged");
        var known = new Dictionary<string, PdfValue>(inherited, StringComparer.Ordinal);
        foreach (var key in (string[])["/Resources", "/MediaBox", "/CropBox", "/Rotate"])
            if (map.Find(key) is { } own)
                known[key] = own;
        if (Resolve(map.Find("/Kids")) is PdfValue.List(var kids))
            foreach (var kid in kids)
                Collect(kid, known, pages, path, depth + 1);
        else
            pages.Add(new((PdfValue.Reference)node, map, known));
        path.Remove(number);
    }

    private IEnumerable<PdfValue.Map> ReadTables()
    {
        var seen = new HashSet<int>();
        var waiting = new Queue<int>([TableAt]);
        while (waiting.TryDequeue(out var offset))
        {
            if (!seen.Add(offset) || seen.Count > MostTables)
                continue;
            var trailer = ReadTable(offset, isLast: seen.Count == 1);
            foreach (var key in (string[])["/XRefStm", "/Prev"])
                if (PdfValue.NumberOf(trailer.Find(key)) is { } earlier)
                    waiting.Enqueue((int)earlier);
            yield return trailer;
        }
    }

    private PdfValue.Map ReadTable(int offset, bool isLast)
    {
        var lexer = At(offset);
        if (lexer.Word() is not "xref")
        {
            HasStreamTables |= isLast;
            return ReadStreamTable(offset);
        }

        while (lexer.Word() is var word && word != "trailer")
        {
            if (!int.TryParse(word, out var first))
                throw new PdfException("a cross-reference table is damaged");
            var count = lexer.Integer();
            for (var number = first; number < first + count; number++)
            {
                var (at, generation) = (lexer.Integer(), lexer.Integer());
                if (lexer.Word() == "n")
                    entries.TryAdd(number, new(at, generation, null));
                else
                    entries.TryAdd(number, new(-1, generation, null));
            }
        }

        return lexer.Value() as PdfValue.Map ?? throw new PdfException("a trailer is damaged");
    }

    private PdfValue.Map ReadStreamTable(int offset)
    {
        var (map, data) = StreamAt(offset);
        var widths = Numbers(map.Find("/W"))?.Select(width => (int)width).ToArray();
        if (widths is not [>= 0 and <= 8, >= 0 and <= 8, >= 0 and <= 8])
            throw new PdfException("a cross-reference stream is damaged");
        var index = Numbers(map.Find("/Index"))?.Select(number => (int)number).ToArray() ?? [0, (int)(PdfValue.NumberOf(map.Find("/Size")) ?? 0)];
        var at = 0;
        long Next(int width, long otherwise)
        {
            var value = width == 0 ? otherwise : 0;
            for (var count = 0; count < width; count++)
                value = unchecked((value << 8) | data[at++]);
            return value;
        }

        for (var part = 0; part + 1 < index.Length; part += 2)
            for (var number = index[part]; number < index[part] + index[part + 1] && at + widths.Sum() <= data.Length; number++)
            {
                var (kind, second, third) = (Next(widths[0], 1), Next(widths[1], 0), Next(widths[2], 0));
                if (second > int.MaxValue || third is < 0 or > int.MaxValue)
                    throw new PdfException("a cross-reference stream is damaged");
                entries.TryAdd(number, kind switch { 1 => new((int)second, (int)third, null), 2 => new((int)third, 0, (int)second), _ => new(-1, 0, null) });
            }

        return map;
    }

    private PdfLexer At(int offset) => offset >= 0 && offset + Start < bytes.Length ? new(bytes, offset + Start) : throw new PdfException($"offset {offset} is outside of the file");

    private PdfValue? Object(int number, Entry entry)
    {
        if (entry.Offset < 0)
            return null;
        var lexer = At(entry.Offset);
        if (lexer.Integer() != number)
            throw new PdfException($"object {number} is not where the table says");
        lexer.Integer();
        lexer.Expect("obj");
        return lexer.Value();
    }

    private PdfValue? Packed(int pack, int index)
    {
        if (!packs.TryGetValue(pack, out var known))
        {
            if (!entries.TryGetValue(pack, out var entry) || entry.Pack is not null)
                throw new PdfException("an object stream is missing");
            var (map, data) = StreamAt(entry.Offset);
            var (count, first) = ((int)(PdfValue.NumberOf(Resolve(map.Find("/N"))) ?? 0), (int)(PdfValue.NumberOf(Resolve(map.Find("/First"))) ?? 0));
            var lexer = new PdfLexer(data, 0);
            var offsets = new List<int>();
            for (var number = 0; number < count; number++)
            {
                lexer.Integer();
                offsets.Add(first + lexer.Integer());
            }

            packs[pack] = known = (data, [.. offsets]);
        }

        return index >= 0 && index < known.Offsets.Length ? new PdfLexer(known.Data, known.Offsets[index]).Value() : throw new PdfException("an object stream is damaged");
    }

    private (PdfValue.Map Map, byte[] Data) StreamAt(int offset)
    {
        var lexer = At(offset);
        lexer.Integer();
        lexer.Integer();
        lexer.Expect("obj");
        var map = lexer.Value() as PdfValue.Map ?? throw new PdfException("a stream is damaged");
        lexer.Expect("stream");
        var begin = lexer.Position + (bytes.Span[lexer.Position] == '\r' ? 2 : 1);
        var length = PdfValue.NumberOf(Resolve(map.Find("/Length"))) is { } said && said >= 0 && begin + said <= bytes.Length ? (int)said : throw new PdfException("a stream has no length");
        var raw = bytes.Slice(begin, length);
        var data = Resolve(map.Find("/Filter")) switch
        {
            null => raw.ToArray(),
            PdfValue.Name("/FlateDecode") => Inflate(raw),
            PdfValue.List([PdfValue.Name("/FlateDecode")]) => Inflate(raw),
            _ => throw new PdfException("a cross-reference or object stream has an unusual filter"),
        };
        var parameters = Resolve(map.Find("/DecodeParms")) switch { PdfValue.List([var only]) => Map(only), var other => other as PdfValue.Map };
        return (map, PdfValue.NumberOf(Resolve(parameters?.Find("/Predictor"))) is >= 10 ? Unpredict(data, (int)(PdfValue.NumberOf(Resolve(parameters!.Find("/Columns"))) ?? 1)) : data);
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var inflated = new MemoryStream();
            using var deflated = new ZLibStream(new MemoryStream(raw.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            for (int read; (read = deflated.Read(buffer)) > 0;)
            {
                inflated.Write(buffer, 0, read);
                if (inflated.Length > MostStreamBytes)
                    throw new PdfException("a cross-reference or object stream is too long");
            }

            return inflated.ToArray();
        }
        catch (InvalidDataException wrong)
        {
            throw new PdfException(wrong.Message);
        }
    }

    /// <summary>PNG predictors on rows of bytes (ISO 32000-1, 7.4.4.4).</summary>
    private static byte[] Unpredict(byte[] data, int columns)
    {
        if (columns is < 1 or > 1 << 16)
            throw new PdfException("a predictor has no columns");
        var rows = data.Length / (columns + 1);
        var result = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                int Known(int above, int before) => row < above || column < before ? 0 : result[(row - above) * columns + column - before];
                var (left, up, corner) = (Known(0, 1), Known(1, 0), Known(1, 1));
                var guess = data[row * (columns + 1)] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new PdfException("an unknown predictor") };
                result[row * columns + column] = unchecked((byte)(data[row * (columns + 1) + 1 + column] + guess));
            }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (byLeft, byUp, byCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
