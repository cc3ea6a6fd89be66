using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>What is appended to a PDF to change it (an incremental update, ISO 32000-1, 7.5.6): new and changed objects, and a table of them.</summary>
/// <param name="file">What is changed.</param>
/// <param name="length">Of all its bytes.</param>
internal sealed class PdfUpdate(PdfFile file, long length) : IDisposable
{
    private readonly MemoryStream added = new();
    private readonly SortedDictionary<int, (long Offset, int Generation)> places = [];
    private int next = file.Size;

    /// <summary>Of an object that is written later.</summary>
    public PdfValue.Reference Reserve() => new(next++, 0);

    public PdfValue.Reference WriteStream(byte[] content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        var stream = Reserve();
        Begin(stream);
        Put(string.Create(CultureInfo.InvariantCulture, $"<< /Filter /FlateDecode /Length {packed.Length} {entries} >>\nstream\n"));
        packed.WriteTo(added);
        Put("\nendstream\nendobj\n");
        return stream;
    }

    public PdfValue.Reference Write(string value)
    {
        var reference = Reserve();
        Write(reference, value);
        return reference;
    }

    public void Write(PdfValue.Reference reference, string value)
    {
        Begin(reference);
        Put(value + "\nendobj\n");
    }

    public void Write(PdfValue.Reference reference, PdfValue value)
    {
        Begin(reference);
        value.Write(added);
        Put("\nendobj\n");
    }

    /// <summary>All of it, with a table as the original's last one is: a plain one, or a stream. Nothing can be written after it.</summary>
    public byte[] End()
    {
        var begin = Here;
        if (file.HasStreamTables)
            WriteStreamTable(begin);
        else
            WritePlainTable();
        Put(string.Create(CultureInfo.InvariantCulture, $"startxref\n{begin}\n%%EOF\n"));
        return added.ToArray();
    }

    public void Dispose() => added.Dispose();

    /// <summary>Offset of the next byte, counted from the header as all offsets are.</summary>
    private long Here => length - file.Start + added.Length;

    private void Begin(PdfValue.Reference reference)
    {
        // The original may end without a line break.
        if (places.Count == 0)
            Put("\n");
        places[reference.Number] = (Here, reference.Generation);
        Put(string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} obj\n"));
    }

    private void WritePlainTable()
    {
        Put("xref\n");
        foreach (var run in Runs())
        {
            Put(string.Create(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n"));
            foreach (var number in run)
                Put(string.Create(CultureInfo.InvariantCulture, $"{places[number].Offset:D10} {places[number].Generation:D5} n \n"));
        }

        Put("trailer\n");
        Trailer().Write(added);
        Put("\n");
    }

    private void WriteStreamTable(long begin)
    {
        var table = Reserve();
        places[table.Number] = (begin, 0);
        var runs = Runs().ToList();
        byte[] rows = [.. places.Values.SelectMany(place => (byte[])[1, .. BigEndian(place.Offset, 8), .. BigEndian(place.Generation, 2)])];
        Put(string.Create(CultureInfo.InvariantCulture, $"{table.Number} 0 obj\n"));
        Trailer().With("/Type", new PdfValue.Name("/XRef")).With("/W", new PdfValue.List([PdfValue.Of(1), PdfValue.Of(8), PdfValue.Of(2)]))
            .With("/Index", new PdfValue.List([.. runs.SelectMany(run => (PdfValue[])[PdfValue.Of(run[0]), PdfValue.Of(run.Count)])])).With("/Length", PdfValue.Of(rows.Length)).Write(added);
        Put("\nstream\n");
        added.Write(rows);
        Put("\nendstream\nendobj\n");
    }

    private PdfValue.Map Trailer() =>
        new PdfValue.Map(new[] { "/Root", "/Info", "/ID" }.Where(key => file.Trailer.Find(key) is not null).ToDictionary(key => key, key => file.Trailer.Find(key)!))
            .With("/Size", PdfValue.Of(next)).With("/Prev", PdfValue.Of(file.TableAt));

    /// <summary>Numbers of what was written, those that follow each other together.</summary>
    private IEnumerable<List<int>> Runs()
    {
        var run = new List<int>();
        foreach (var number in places.Keys)
        {
            if (run.Count > 0 && number != run[^1] + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(number);
        }

        yield return run;
    }

    private static IEnumerable<byte> BigEndian(long number, int width) => Enumerable.Range(0, width).Select(index => (byte)((number >> (8 * (width - 1 - index))) & 255));

    private void Put(string text) => added.Write(Encoding.Latin1.GetBytes(text));
}
