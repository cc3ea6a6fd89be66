using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>A line of JSON Lines (<c>govreport.line/1</c>, described in docs/export.md): a record with where it is from and its hash.</summary>
public static class RecordLine
{
    public const string SchemaId = "govreport.line/1";

    /// <summary>UTF-8 with its line end. The hash is that of the record's own file.</summary>
    public static byte[] Write(RecordVersion version, ReportRecord record)
    {
        var file = RecordJson.Write(record);
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("schema").Text(SchemaId).Name("id").Text(version.Id).Name("version").Number(version.Version).Name("decision").Number(version.Decision)
                .Name("sha256").Text(Convert.ToHexStringLower(SHA256.HashData(file))).Name("archive");
            if (version.Catalogued is { } catalogued)
                json.Object(() => WriteMembers(json, catalogued));
            else
                json.Text(null);
        });
        return [.. Encoding.UTF8.GetBytes(json.ToString()[..^1]), .. ", \"record\": "u8, .. OnOneLine(file), .. "}\n"u8];
    }

    private static void WriteMembers(JsonText json, CatalogueEntry catalogued)
    {
        foreach (var (code, value) in catalogued.Members)
            json.Name(code).Text(value);
    }

    /// <summary>Without the line ends and indents between its members, in the same memory; texts hold neither unescaped.</summary>
    private static ReadOnlySpan<byte> OnOneLine(Span<byte> file)
    {
        var rest = file;
        var length = 0;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var kept = end < 0 ? rest : rest[..end];
            kept.CopyTo(file[length..]);
            length += kept.Length;
            rest = end < 0 ? [] : rest[(end + 1)..].TrimStart((byte)' ');
        }

        return file[..length];
    }
}
