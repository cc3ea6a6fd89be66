namespace GovReportIngest.Core.Document;

/// <summary>Characters as wide as Han ones, which mean what the narrow ones mean.</summary>
public static class WideCharacter
{
    /// <summary>Full-width ASCII to half-width; everything else unchanged.</summary>
    public static char Narrow(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' => ' ',
        _ => character,
    };
}
