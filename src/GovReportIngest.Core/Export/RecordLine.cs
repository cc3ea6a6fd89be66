using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Archives;

namespace GovReportIngest.Core.Export;

/// <summary>A line of JSON Lines (<c>govreport.line/1</c>, described in docs/export.md): a record with where it is from and its hash.</summary>
public static class RecordLine
{
    public const string SchemaId = "govreport.line/1";

    /// <param name="version">Which state of which report.</param>
    /// <param name="file">The record's own, as <see cref="RecordJson.Write(ReportRecord)"/> gives it: the line has its hash.</param>
    /// <returns>UTF-8 with its line end.</returns>
    public static byte[] Write(RecordVersion version, ReadOnlySpan<byte> file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("schema").Text(SchemaId).Name("id").Text(version.Id).Name("version").Number(version.Version).Name("decision").Number(version.Decision)
                .Name("sha256").Text(hash).Name("archive");
            if (version.Catalogued is { } catalogued)
                json.Object(() => WriteMembers(json, catalogued));
            else
                json.Text(null);
        });
        var head = Encoding.UTF8.GetBytes(json.ToString()[..^1]);
        var line = new ArrayBufferWriter<byte>(head.Length + Member.Length + file.Length + End.Length);
        line.Write(head);
        line.Write(Member);
        WriteOnOneLine(line, file);
        line.Write(End);
        return line.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> Member => ", \"record\": "u8;

    private static ReadOnlySpan<byte> End => "}\n"u8;

    private static void WriteMembers(JsonText json, CatalogueEntry catalogued)
    {
        foreach (var (code, value) in catalogued.Members)
            json.Name(code).Text(value);
    }

    /// <summary>Without the line ends and indents between its members; texts hold neither unescaped.</summary>
    private static void WriteOnOneLine(ArrayBufferWriter<byte> line, ReadOnlySpan<byte> file)
    {
        for (var rest = file; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            line.Write(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..].TrimStart((byte)' ');
        }
    }
}
