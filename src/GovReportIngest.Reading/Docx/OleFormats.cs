using System.Text;

namespace GovReportIngest.Reading.Docx;

/// <summary>What an OLE file holds, told by the names of its streams, which stand in it as UTF-16 ([MS-CFB] 2.6.1).</summary>
internal static class OleFormats
{
    public static bool IsWord(ReadOnlySpan<byte> file) => Has(file, "WordDocument");

    /// <summary>A DOCX file with a password.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> file) => Has(file, "EncryptedPackage");

    private static bool Has(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
