namespace GovReportIngest.Exporting.Bags;

/// <summary>A file of a bag's payload.</summary>
/// <param name="Path">Below the bag: <c>data/alto/page-1.alto.xml</c>.</param>
/// <param name="Group">What it is for: source, record, extracted, alto, pdf, log, mets.</param>
/// <param name="MediaType">Of its bytes.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record BagFile(string Path, string Group, string MediaType, long Bytes, string Sha256);
