using System.Text.Json;

namespace GovReportIngest.Core.Check;

/// <summary>
/// How often each class of evidence was right on labelled documents (<c>models/calibration.json</c>);
/// the probability of a class is (right + 1)/(n + 2), so that it is never 1.
/// </summary>
public sealed record Calibration
{
    /// <summary>12 hex digits over the file.</summary>
    public required string Hash { get; init; }

    /// <summary>A field with a lower probability is open for review.</summary>
    public required decimal OpenBelow { get; init; }

    /// <summary>Readers whose joint probability reaches this are not asked again because a sum is wrong.</summary>
    public required decimal StrongAgreement { get; init; }

    public required IReadOnlyDictionary<string, decimal> Classes { get; init; }

    /// <summary>Of fields read from scans; null leaves them to <see cref="Classes"/>.</summary>
    public ScanTrust? Scans { get; init; }

    public decimal Of(string evidenceClass) => Classes[evidenceClass];

    /// <exception cref="InvalidDataException">The file is no calibration; the message names it and the remedy.</exception>
    public static Calibration Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("schema").GetString() != "govreport.calibration/1")
                throw new InvalidDataException($"{path}: schema is not govreport.calibration/1");
            var classes = root.GetProperty("classes").EnumerateObject().ToDictionary(entry => entry.Name, entry => Rate(path, entry));
            if (EvidenceClass.All.FirstOrDefault(name => !classes.ContainsKey(name)) is { } missing)
                throw new InvalidDataException($"{path}: the class {missing} is missing; restore the file of this version");
            return new()
            {
                Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12],
                OpenBelow = root.GetProperty("openBelow").GetDecimal(),
                StrongAgreement = root.GetProperty("strongAgreement").GetDecimal(),
                Classes = classes,
                Scans = root.TryGetProperty("scans", out var scans) ? ScanTrust.Read(scans) : null,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}: {wrong.Message}; restore the file of this version", wrong);
        }
    }

    private static decimal Rate(string path, JsonProperty entry)
    {
        var (right, n) = (entry.Value.GetProperty("right").GetDecimal(), entry.Value.GetProperty("n").GetDecimal());
        if (right < 0 || right > n)
            throw new InvalidDataException($"{path}: class {entry.Name} has {right} right of {n}");
        return (right + 1) / (n + 2);
    }
}
