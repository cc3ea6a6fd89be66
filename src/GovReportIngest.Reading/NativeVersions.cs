using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading;

/// <summary>
/// The native libraries and language data that reading depends on, as they are found; null where one is missing.
/// <see cref="Traineddata"/> is 12 hex digits over names and bytes of the language data, null if any of them is missing.
/// </summary>
public sealed record NativeVersions(string? Tesseract, string? Leptonica, string? Poppler, string? Cairo, string? Traineddata)
{
    /// <summary>Language data that the readers use.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["chi_sim", "eng"];

    private static readonly Lazy<NativeVersions> Once = new(Find);

    /// <summary>Looked up when first asked (about 20 ms, no engine is started), then kept.</summary>
    public static NativeVersions Found => Once.Value;

    /// <summary>
    /// Where Tesseract 5 looks for language data: the folder that TESSDATA_PREFIX names, else the one that Debian compiles in.
    /// </summary>
    public static string LanguageFolder =>
        Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } folder && Directory.Exists(folder)
            ? folder : "/usr/share/tesseract-ocr/5/tessdata";

    /// <summary>Hash over the named language data in a folder; null if one is missing.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string? HashLanguages(string folder, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var language in languages.Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, language + ".traineddata");
            if (!File.Exists(path))
                return null;
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{language} {bytes.Length}\n"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static NativeVersions Find() => new(
        Ask(TesseractEngine.Version),
        Ask(PixImage.Version),
        Ask(() => Marshal.PtrToStringUTF8(Interop.Poppler.poppler_get_version())),
        Ask(() => Marshal.PtrToStringUTF8(Interop.Cairo.cairo_version_string())),
        HashLanguages(LanguageFolder, Languages));

    /// <summary>A library that is not installed, or too old to have the function, is missing; that is an answer here.</summary>
    private static string? Ask(Func<string?> version)
    {
        try
        {
            return version() is { Length: > 0 } text ? text : null;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
