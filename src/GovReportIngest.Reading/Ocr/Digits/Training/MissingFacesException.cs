namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Font families that training draws with are not installed.</summary>
public sealed class MissingFacesException : Exception
{
    internal MissingFacesException(IReadOnlyList<string> faces, string packages)
        : base($"Font families are not installed: {string.Join(", ", faces)}") => Packages = packages;

    /// <summary>What has them, for <c>apt-get install</c>.</summary>
    public string Packages { get; }
}
