using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Text;

/// <summary>A text or Markdown file as one page of lines, verbatim.</summary>
internal static class TextReader
{
    internal static ReadPage? Read(byte[] bytes)
    {
        if (TextDecoder.Decode(bytes) is not { } text)
            return null;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\u001A').Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return new ReadPage
        {
            Number = 1,
            SourcePage = 1,
            Reading = PageReading.Text,
            Why = "text-file",
            Lines = [.. lines.Take(count).Select((line, index) => new TextFileLine(index + 1, line))],
        };
    }
}
