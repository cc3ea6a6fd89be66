using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>A character of a text layer; <see cref="FontSize"/> is as the file says, false for Type 3 fonts.</summary>
internal readonly record struct PageCharacter(Rune Rune, Box Box, string FontName, double FontSize);
