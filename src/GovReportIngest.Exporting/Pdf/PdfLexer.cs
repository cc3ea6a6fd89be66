using System.Globalization;
using System.Text;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>Reads values of a PDF at a place of its bytes.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position)
{
    private const int MostDepth = 64;
    private const string White = "\0\t\n\f\r ";
    private const string Delimiters = "()<>[]{}/%";

    public int Position { get; private set; } = position;

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    private bool AtEnd => Position >= bytes.Length;

    /// <summary>The byte at the place; 0 at the end.</summary>
    public char Next => AtEnd ? '\0' : (char)Bytes[Position];

    /// <summary>The next word that is no delimiter: a number, <c>obj</c>, <c>xref</c>, <c>R</c>, …</summary>
    public string Word()
    {
        SkipWhite();
        return Characters();
    }

    private string Characters()
    {
        var start = Position;
        while (!AtEnd && !IsWhite(Bytes[Position]) && !Delimiters.Contains((char)Bytes[Position], StringComparison.Ordinal))
            Position++;
        return Encoding.Latin1.GetString(Bytes[start..Position]);
    }

    /// <exception cref="PdfException">There is another word, or none.</exception>
    public void Expect(string word)
    {
        if (Word() is var found && found != word)
            throw new PdfException($"\"{word}\" is expected at byte {Position}, not \"{found}\"");
    }

    /// <exception cref="PdfException">There is no whole number.</exception>
    public int Integer() => int.TryParse(Word(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new PdfException($"a number is expected at byte {Position}");

    /// <exception cref="PdfException">There is no value.</exception>
    public PdfValue Value(int depth = 0)
    {
        SkipWhite();
        if (AtEnd || depth > MostDepth)
            throw new PdfException("a value is cut off");
        return (char)Bytes[Position] switch
        {
            '/' => Name(),
            '(' => Text(),
            '[' => List(depth),
            '<' when Position + 1 < bytes.Length && Bytes[Position + 1] == '<' => Map(depth),
            '<' => Hex(),
            _ => NumberOrReference(),
        };
    }

    public void SkipWhite()
    {
        while (!AtEnd)
            if (IsWhite(Bytes[Position]))
                Position++;
            else if (Bytes[Position] == '%')
                while (!AtEnd && Bytes[Position] is not ((byte)'\n' or (byte)'\r'))
                    Position++;
            else
                return;
    }

    private static bool IsWhite(byte character) => White.Contains((char)character, StringComparison.Ordinal);

    private PdfValue.Name Name()
    {
        Position++;
        return new("/" + Characters());
    }

    private PdfValue.Plain Text()
    {
        var (start, depth) = (Position, 0);
        do
        {
            if (AtEnd)
                throw new PdfException("a string is cut off");
            depth += Bytes[Position] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            Position += Bytes[Position] == '\\' ? 2 : 1;
        }
        while (depth > 0);

        return new(Bytes[start..Position].ToArray());
    }

    private PdfValue.Plain Hex()
    {
        var end = Bytes[Position..].IndexOf((byte)'>');
        if (end < 0)
            throw new PdfException("a string is cut off");
        var plain = new PdfValue.Plain(Bytes.Slice(Position, end + 1).ToArray());
        Position += end + 1;
        return plain;
    }

    private PdfValue.List List(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (!Closes("]"))
            items.Add(Value(depth + 1));
        return new(items);
    }

    private PdfValue.Map Map(int depth)
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (!Closes(">>"))
            entries[Value(depth + 1) is PdfValue.Name(var key) ? key : throw new PdfException($"a name is expected at byte {Position}")] = Value(depth + 1);
        return new(entries);
    }

    private bool Closes(string end)
    {
        SkipWhite();
        if (!Bytes[Math.Min(Position, bytes.Length)..].StartsWith(Encoding.ASCII.GetBytes(end)))
            return false;
        Position += end.Length;
        return true;
    }

    private PdfValue NumberOrReference()
    {
        var word = Word();
        if (word.Length == 0)
            throw new PdfException($"a value is expected at byte {Position}");
        var after = Position;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Word() == "R")
            return new PdfValue.Reference(number, generation);
        Position = after;
        return new PdfValue.Plain(Encoding.Latin1.GetBytes(word));
    }
}
