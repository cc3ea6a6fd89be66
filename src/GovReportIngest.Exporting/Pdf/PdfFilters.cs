using System.IO.Compression;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>Unpacks what cross-reference and object streams are packed with (ISO 32000-1, 7.4.4).</summary>
internal static class PdfFilters
{
    private const int MostStreamBytes = 64 << 20;

    /// <exception cref="PdfException">The bytes are damaged, or too many.</exception>
    public static byte[] Inflate(ReadOnlyMemory<byte> raw)
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

    /// <summary>Undoes PNG predictors on rows of bytes (ISO 32000-1, 7.4.4.4).</summary>
    /// <param name="data">Rows, each behind the number of its predictor.</param>
    /// <param name="columns">Bytes of a row.</param>
    /// <exception cref="PdfException">It is none of them.</exception>
    public static byte[] Unpredict(byte[] data, int columns)
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
