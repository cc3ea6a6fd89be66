namespace GovReportIngest.Reading.Html;

/// <summary>Addresses that hold what they lead to (RFC 2397): <c>data:image/png;base64,…</c>.</summary>
internal static class DataAddress
{
    private const string Scheme = "data:";
    private const string Base64 = ";base64";

    public static bool IsOne(string address) => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Pages draw their icons as SVG; no table is drawn so.</summary>
    public static bool IsDrawing(string address) => address.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase);

    /// <returns>The bytes; null where they are more than that or none, or the address is not well-formed.</returns>
    public static byte[]? Decode(string address, long mostBytes)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        // Four characters are three bytes.
        if (comma < 0 || (address.Length - comma) / 4L * 3 > mostBytes)
            return null;
        var data = address[(comma + 1)..];
        if (!address[..comma].EndsWith(Base64, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            // White space between the characters is skipped, as browsers do.
            var bytes = Convert.FromBase64String(data.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(data) : data);
            return bytes.Length == 0 ? null : bytes;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
