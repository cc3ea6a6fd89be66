using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>Asks Fontconfig, which chooses Cairo's faces, what it has: Cairo replaces an absent family and draws nothing for an absent character.</summary>
internal static partial class Fontconfig
{
    private const string Library = "libfontconfig.so.1";
    private const int ByPattern = 0;
    private const int Match = 0;

    public static bool IsInstalled(string family) => Ask(family, found =>
    {
        // Fonts carry their name in several languages.
        for (var i = 0; FcPatternGetString(found, "family", i, out var name) == Match; i++)
            if (string.Equals(Marshal.PtrToStringUTF8(name), family, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    });

    public static bool HasCharacter(string family, char character) => Ask(family, found =>
        FcPatternGetCharSet(found, "charset", 0, out var characters) == Match && FcCharSetHasChar(characters, character) != 0);

    /// <summary>False where Fontconfig knows no font at all.</summary>
    private static bool Ask(string family, Func<nint, bool> question)
    {
        var pattern = FcNameParse(family.Replace("-", "\\-", StringComparison.Ordinal));
        nint found = 0;
        try
        {
            _ = FcConfigSubstitute(0, pattern, ByPattern);
            FcDefaultSubstitute(pattern);
            found = FcFontMatch(0, pattern, out _);
            return found != 0 && question(found);
        }
        finally
        {
            FcPatternDestroy(pattern);
            if (found != 0)
                FcPatternDestroy(found);
        }
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint FcNameParse(string name);

    [LibraryImport(Library)]
    private static partial int FcConfigSubstitute(nint config, nint pattern, int kind);

    [LibraryImport(Library)]
    private static partial void FcDefaultSubstitute(nint pattern);

    [LibraryImport(Library)]
    private static partial nint FcFontMatch(nint config, nint pattern, out int result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcPatternGetString(nint pattern, string property, int index, out nint value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcPatternGetCharSet(nint pattern, string property, int index, out nint characters);

    [LibraryImport(Library)]
    private static partial int FcCharSetHasChar(nint characters, uint character);

    [LibraryImport(Library)]
    private static partial void FcPatternDestroy(nint pattern);
}
