using System.Security.Cryptography;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading;

/// <summary>Trained models that reading uses, in the folder <c>models</c> beside the program, or where GOVREPORT_MODELS says.</summary>
public static class ReadingModels
{
    /// <summary>Names another folder of models and form definitions; worker processes are given it, too.</summary>
    internal const string FolderVariable = "GOVREPORT_MODELS";

    /// <summary>Absolute path.</summary>
    public static string Folder => Path.GetFullPath(Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named
        ? named : Path.Combine(AppContext.BaseDirectory, "models"));

    private static string DigitsPath => Path.Combine(Folder, "digits.json");

    /// <summary>First 12 hex digits of the SHA-256 of the digit model; null where none is installed.</summary>
    public static string? DigitsHash() =>
        File.Exists(DigitsPath) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(DigitsPath)))[..12] : null;

    /// <summary>Null where none is installed: cells are then read by montages and votes alone, and more of them are doubtful.</summary>
    internal static DigitModel? Digits() => File.Exists(DigitsPath) ? DigitModel.Load(DigitsPath) : null;
}
