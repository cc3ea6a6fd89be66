using System.Security.Cryptography;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading;

/// <summary>Trained models that reading uses, in the folder <c>models</c> beside the program (also in worker processes).</summary>
public static class ReadingModels
{
    private static string DigitsPath => Path.Combine(AppContext.BaseDirectory, "models", "digits.json");

    /// <summary>First 12 hex digits of the SHA-256 of the digit model; null where none is installed.</summary>
    public static string? DigitsHash() =>
        File.Exists(DigitsPath) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(DigitsPath)))[..12] : null;

    /// <summary>Null where none is installed: cells are then read by montages and votes alone, and more of them are doubtful.</summary>
    internal static DigitModel? Digits() => File.Exists(DigitsPath) ? DigitModel.Load(DigitsPath) : null;
}
