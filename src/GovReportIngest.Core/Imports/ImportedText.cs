using System.Text;

namespace GovReportIngest.Core.Imports;

/// <summary>Text of lists that people export from other programs: UTF-8 or, as Excel in China writes it, GB18030.</summary>
internal static class ImportedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes);
        }
    }
}
