using System.Text;

namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>
/// Labels as they are compared: without spaces and punctuation, full-width forms folded. Printed labels differ from the form's
/// in just these, and in single misprinted or misread characters.
/// </summary>
internal static class LabelText
{
    /// <summary>Letters and digits only, full-width forms folded to half-width; 钩稽 is spelled 勾稽.</summary>
    public static string Normalise(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = Fold(character);
            if (char.IsLetterOrDigit(plain))
                folded.Append(plain == '钩' ? '勾' : plain);
        }

        return folded.ToString();
    }

    public static bool HasHan(string text) => text.Any(IsHan);

    public static bool IsHan(char character) => Layout.Lines.HanSpacing.IsHan(character);

    /// <summary>Full-width ASCII to half-width; everything else unchanged.</summary>
    public static char Fold(char character) => Document.WideCharacter.Narrow(character);
}
