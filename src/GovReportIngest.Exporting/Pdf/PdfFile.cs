using System.Globalization;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// The objects of a PDF by its cross-reference tables and streams (ISO 32000-1, 7.5). Only what the page tree needs is read; content streams and
/// images are never looked into.
/// </summary>
internal sealed class PdfFile
{
    private const int MostTables = 1000;
    private const int MostPageDepth = 50;
    private const int MostNodes = 50_000;

    /// <summary>ISO 32000-1, annex C.</summary>
    private const int MostNumber = 8_388_607;

    /// <summary>Streams that are unpacked together: a hostile file must not fill the memory.</summary>
    private const long MostUnpackedBytes = 256L << 20;

    private long unpacked;
    private int nodes;

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
        IsEncrypted = trailers.Any(trailer => trailer.Find("/Encrypt") is not null);
        Size = Math.Max(entries.Keys.DefaultIfEmpty().Max() + 1, PdfValue.WholeOf(Trailer.Find("/Size")) is { } size and <= MostNumber ? size : 0);
    }

    /// <summary>Where the header is: offsets count from there.</summary>
    public int Start { get; }

    /// <summary>Where the last cross-reference table is.</summary>
    public int TableAt { get; }

    public PdfValue.Map Trailer { get; }

    /// <summary>The first number that no object has.</summary>
    public int Size { get; }

    public bool IsEncrypted { get; }

    /// <summary>The last table is a stream: what is added must have one, too.</summary>
    public bool HasStreamTables { get; private set; }

    /// <summary>The pages in their order, with what they inherit.</summary>
    /// <exception cref="PdfException">The page tree is damaged.</exception>
    public IReadOnlyList<PdfPage> Pages()
    {
        var pages = new List<PdfPage>();
        var root = Map(Trailer.Find("/Root")) ?? throw new PdfException("there is no catalogue");
        nodes = 0;
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

    private List<int>? Wholes(PdfValue? value) =>
        Plain(value) is PdfValue.List(var items) && items.Select(PdfValue.WholeOf).ToList() is var numbers && !numbers.Contains(null) ? [.. numbers.Select(number => number!.Value)] : null;

    private void Collect(PdfValue? node, Dictionary<string, PdfValue> inherited, List<PdfPage> pages, HashSet<int> path, int depth)
    {
        if (node is not PdfValue.Reference(var number, _) || !path.Add(number) || depth > MostPageDepth || ++nodes > MostNodes || Map(node) is not { } map)
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
                if (PdfValue.WholeOf(trailer.Find(key)) is { } earlier)
                    waiting.Enqueue(earlier);
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
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var first) || first > MostNumber || lexer.Integer() is var count && count > MostNumber - first + 1)
                throw new PdfException("a cross-reference table is damaged");
            for (var number = first; number < first + count; number++)
            {
                var (at, generation) = (lexer.Integer(), lexer.Integer());
                entries.TryAdd(number, new(lexer.Word() == "n" ? at : -1, generation, null));
            }
        }

        return lexer.Value() as PdfValue.Map ?? throw new PdfException("a trailer is damaged");
    }

    private PdfValue.Map ReadStreamTable(int offset)
    {
        var (map, data) = StreamAt(offset);
        static PdfException Damaged() => new("a cross-reference stream is damaged");
        if (Wholes(map.Find("/W")) is not [>= 0 and <= 8, >= 0 and <= 8, >= 0 and <= 8] widths || widths.Sum() is var length && length == 0)
            throw Damaged();
        var index = map.Find("/Index") is { } ranges ? Wholes(ranges) ?? throw Damaged() : [0, PdfValue.WholeOf(map.Find("/Size")) ?? 0];
        var at = 0;
        long Next(int width, long otherwise)
        {
            var value = width == 0 ? otherwise : 0;
            for (var count = 0; count < width; count++)
                value = unchecked((value << 8) | data[at++]);
            return value;
        }

        for (var part = 0; part + 1 < index.Count; part += 2)
        {
            var (first, count) = (index[part], index[part + 1]);
            if (first is < 0 or > MostNumber || count > MostNumber - first + 1)
                throw Damaged();
            for (var number = first; number < first + count && at + length <= data.Length; number++)
            {
                var (kind, second, third) = (Next(widths[0], 1), Next(widths[1], 0), Next(widths[2], 0));
                if (second is < 0 or > int.MaxValue || third is < 0 or > int.MaxValue)
                    throw Damaged();
                entries.TryAdd(number, kind switch { 1 => new((int)second, (int)third, null), 2 => new((int)third, 0, (int)second), _ => new(-1, 0, null) });
            }
        }

        return map;
    }

    private PdfLexer At(int offset) => offset >= 0 && offset < bytes.Length - Start ? new(bytes, offset + Start) : throw new PdfException($"offset {offset} is outside of the file");

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
            var (count, first) = (PdfValue.WholeOf(Plain(map.Find("/N"))) ?? 0, PdfValue.WholeOf(Plain(map.Find("/First"))) ?? 0);
            var lexer = new PdfLexer(data, 0);
            var offsets = new List<int>();
            for (var number = 0; number < count; number++)
            {
                lexer.Integer();
                offsets.Add(lexer.Integer() is var offset && offset >= 0 && offset <= data.Length - Math.Clamp(first, 0, data.Length) ? first + offset : -1);
            }

            packs[pack] = known = (data, [.. offsets]);
        }

        return index >= 0 && index < known.Offsets.Length && known.Offsets[index] >= 0 ? new PdfLexer(known.Data, known.Offsets[index]).Value() : throw new PdfException("an object stream is damaged");
    }

    private (PdfValue.Map Map, byte[] Data) StreamAt(int offset)
    {
        var lexer = At(offset);
        lexer.Integer();
        lexer.Integer();
        lexer.Expect("obj");
        var map = lexer.Value() as PdfValue.Map ?? throw new PdfException("a stream is damaged");
        lexer.Expect("stream");
        var begin = lexer.Position + (lexer.Next == '\r' ? 2 : 1);
        if (PdfValue.WholeOf(Plain(map.Find("/Length"))) is not { } length || length < 0 || begin > bytes.Length - length)
            throw new PdfException("a stream has no length");
        var raw = bytes.Slice(begin, length);
        var data = Plain(map.Find("/Filter")) switch
        {
            null => raw.ToArray(),
            PdfValue.Name("/FlateDecode") or PdfValue.List([PdfValue.Name("/FlateDecode")]) => PdfFilters.Inflate(raw),
            _ => throw new PdfException("a cross-reference or object stream has an unusual filter"),
        };
        if ((unpacked += data.Length) > MostUnpackedBytes)
            throw new PdfException("its cross-reference and object streams are too long");
        var parameters = (Plain(map.Find("/DecodeParms")) switch { PdfValue.List([var only]) => Plain(only), var other => other }) as PdfValue.Map;
        return (map, PdfValue.WholeOf(Plain(parameters?.Find("/Predictor"))) is >= 10 ? PdfFilters.Unpredict(data, PdfValue.WholeOf(Plain(parameters!.Find("/Columns"))) ?? 1) : data);
    }

    /// <summary>What a reference stands for that may not lie in an object stream (ISO 32000-1, 7.5.7): a stream that is needed to read itself would never end.</summary>
    private PdfValue? Plain(PdfValue? value) => value is PdfValue.Reference(var number, _)
        ? entries.TryGetValue(number, out var entry) && entry.Pack is null ? Object(number, entry) : throw new PdfException("a stream depends on another one") : value;
}
