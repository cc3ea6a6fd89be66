using System.Globalization;
using System.Security.Cryptography;
using System.Text;

#pragma warning disable CA5351 // The format asks for MD5.

namespace GovReportIngest.Journey.Tests.BadInput;

/// <summary>Small PDF files written object by object (ISO 32000-1), whole or as bad as asked for.</summary>
internal static class TinyPdf
{
    private const string Identity = "0123456789ABCDEF";
    private const string Sentence = "BT /F 14 Tf 60 700 Td (1. Annual report) Tj /F 10 Tf 0 -30 Td (There were 12345 of them.) Tj ET";

    /// <summary>32 bytes that fill a password up (7.6.3.3).</summary>
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    public static byte[] WithoutPages() => Write([("<</Type/Catalog/Pages 2 0 R>>", null), ("<</Type/Pages/Kids[]/Count 0>>", null)], "");

    /// <summary>
    /// A file for the web, whose trailer stands in front, cut off: what stood last, a second page, is lost. Poppler mends the rest.
    /// </summary>
    public static byte[] CutOff()
    {
        var whole = Encoding.Latin1.GetString(Write(Page(Encoding.ASCII.GetBytes(Sentence), ""), ""));
        var kept = whole[..whole.IndexOf("xref", StringComparison.Ordinal)];
        return Encoding.Latin1.GetBytes(kept.Insert(kept.IndexOf('\n') + 1, "trailer\n<</Size 9/Root 1 0 R>>\n").Replace("Kids[3 0 R]", "Kids[3 0 R 6 0 R]") + "6 0 obj\n<</Type/Pa");
    }

    /// <summary>A page whose second line is in a font that the file lacks, so that it cannot be shown.</summary>
    public static byte[] WithoutFont() => Write(Page(Encoding.ASCII.GetBytes(Sentence.Replace("/F 10", "/G 10", StringComparison.Ordinal)), ""), "");

    /// <summary>A page that says it stands a million times in the document.</summary>
    public static byte[] WithCount(int count) => Write(Page(Encoding.ASCII.GetBytes(Sentence), "", count), "");

    /// <summary>A page that is one image, which unpacks to <paramref name="side"/> × <paramref name="side"/> pixels.</summary>
    public static byte[] WithImage(int side) => Write(
        [
            .. Page("595 0 0 842 0 0 cm /I Do"u8.ToArray(), "/XObject<</I 6 0 R>>"),
            ($"<</Type/XObject/Subtype/Image/Width {side}/Height {side}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode", Bomb.Zeros((long)side * side)),
        ], "");

    /// <summary>A page whose drawing unpacks to so many zeros, which are white space.</summary>
    public static byte[] WithDrawing(long length) => Write(Page(Bomb.Zeros(length), "", filter: "/Filter/FlateDecode"), "");

    /// <summary>Encrypted with RC4 of 40 bits (7.6.3); with an empty password everybody may read it.</summary>
    public static byte[] Encrypted(string password)
    {
        byte[] user = [.. Encoding.ASCII.GetBytes(password).Concat(Padding).Take(32)];
        byte[] owner = [.. "owner"u8.ToArray().Concat(Padding).Take(32)];
        var ownerEntry = Rc4(MD5.HashData(owner)[..5], user);
        const int rights = -4;
        var key = MD5.HashData([.. user, .. ownerEntry, .. BitConverter.GetBytes(rights), .. Encoding.ASCII.GetBytes(Identity)])[..5];
        var entry = $"<</Filter/Standard/V 1/R 2/O<{Convert.ToHexString(ownerEntry)}>/U<{Convert.ToHexString(Rc4(key, Padding))}>/P {rights}>>";
        // The key of object 4, the drawing.
        var content = Rc4(MD5.HashData([.. key, 4, 0, 0, 0, 0])[..10], Encoding.ASCII.GetBytes(Sentence));
        return Write([.. Page(content, ""), (entry, null)], "/Encrypt 6 0 R");
    }

    private static (string, byte[]?)[] Page(byte[] content, string resources, int count = 1, string filter = "") =>
    [
        ("<</Type/Catalog/Pages 2 0 R>>", null),
        (string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Kids[3 0 R]/Count {count}>>"), null),
        ($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>", null),
        ($"<<{filter}", content),
        ("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", null),
    ];

    /// <summary>Objects from 1 on; one with bytes is a stream, whose dictionary is left open for its length.</summary>
    private static byte[] Write(IReadOnlyList<(string Dictionary, byte[]? Stream)> objects, string trailer)
    {
        using var file = new MemoryStream();
        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        var places = new List<long>();
        Put("%PDF-1.4\n");
        foreach (var (dictionary, stream) in objects)
        {
            places.Add(file.Position);
            Put($"{places.Count} 0 obj\n{dictionary}");
            if (stream is not null)
            {
                Put($"/Length {stream.Length}>>\nstream\n");
                file.Write(stream);
                Put("\nendstream");
            }

            Put("\nendobj\n");
        }

        var table = file.Position;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Put(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Put($"trailer\n<</Size {places.Count + 1}/Root 1 0 R/ID[({Identity})({Identity})]{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Rc4(byte[] key, byte[] bytes)
    {
        var state = Enumerable.Range(0, 256).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var output = new byte[bytes.Length];
        for (int n = 0, i = 0, j = 0; n < bytes.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            output[n] = (byte)(bytes[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return output;
    }
}
