using System.Security.Cryptography;

namespace GovReportIngest.Exporting.Bags;

/// <summary>A file of a bag's payload.</summary>
/// <param name="Path">Below the bag: <c>data/alto/page-1.xml</c>.</param>
/// <param name="Group">What it is for: source, record, alto, pdf, log.</param>
/// <param name="MediaType">Of its bytes.</param>
/// <param name="Bytes">All of them.</param>
internal sealed record BagFile(string Path, string Group, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
