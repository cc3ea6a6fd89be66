namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>A form file that cannot be used; the message names the file, the line (1-based) and the reason.</summary>
public sealed class FormFileException(string file, long line, string reason) : Exception($"{file}:{line}: {reason}")
{
    public string File { get; } = file;

    public long Line { get; } = line;

    public string Reason { get; } = reason;
}
