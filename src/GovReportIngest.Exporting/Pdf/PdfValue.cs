using System.Globalization;
using System.Text;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>A file that is no PDF, or is damaged where its structure must be known.</summary>
public sealed class PdfException(string message) : Exception(message);

/// <summary>A value of a PDF (ISO 32000-1, 7.3). What is not looked into stays as the file writes it.</summary>
internal abstract record PdfValue
{
    private PdfValue()
    {
    }

    /// <summary>Numbers, strings, true, false and null: their characters, byte for byte.</summary>
    public sealed record Plain(byte[] Bytes) : PdfValue
    {
        public string Text => Encoding.Latin1.GetString(Bytes);
    }

    /// <summary>With its slash, escapes as the file has them.</summary>
    public sealed record Name(string Text) : PdfValue;

    public sealed record Reference(int Number, int Generation) : PdfValue;

    public sealed record List(IReadOnlyList<PdfValue> Items) : PdfValue;

    public sealed record Map(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
    {
        public static Map Empty { get; } = new(new Dictionary<string, PdfValue>());

        public PdfValue? Find(string key) => Entries.GetValueOrDefault(key);

        public Map With(string key, PdfValue value) => new(new Dictionary<string, PdfValue>(Entries, StringComparer.Ordinal) { [key] = value });
    }

    public static PdfValue Of(double number) => new Plain(Encoding.ASCII.GetBytes(number.ToString("0.####", CultureInfo.InvariantCulture)));

    /// <summary>Null for what is no number.</summary>
    public static double? NumberOf(PdfValue? value) =>
        value is Plain plain && double.TryParse(plain.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Null for what is no whole number, or too large to be a place, a count or an object of a file.</summary>
    public static int? WholeOf(PdfValue? value) => NumberOf(value) is { } number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    public void Write(Stream output)
    {
        void Put(string text) => output.Write(Encoding.Latin1.GetBytes(text));
        switch (this)
        {
            case Plain(var bytes):
                output.Write(bytes);
                break;
            case Name(var text):
                Put(text);
                break;
            case Reference(var number, var generation):
                Put(string.Create(CultureInfo.InvariantCulture, $"{number} {generation} R"));
                break;
            case List(var items):
                Put("[");
                foreach (var item in items)
                {
                    item.Write(output);
                    Put(" ");
                }

                Put("]");
                break;
            case Map(var entries):
                Put("<<");
                foreach (var (key, value) in entries)
                {
                    Put(key + " ");
                    value.Write(output);
                    Put("\n");
                }

                Put(">>");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
