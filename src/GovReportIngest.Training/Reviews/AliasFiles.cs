using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Training.Reviews;

/// <summary>Form definitions with more labels, beside those that are in force.</summary>
public static class AliasFiles
{
    private const string Section = "aliases:";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Copies a folder of forms, and adds to each what is proposed for it.</summary>
    /// <param name="forms">Folder of the definitions in force; nothing in it changes.</param>
    /// <param name="target">Folder to write to.</param>
    public static void Write(string forms, string target, IReadOnlyList<AliasProposal> proposals)
    {
        foreach (var file in Directory.EnumerateFiles(forms, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (name, text) = (Path.GetRelativePath(forms, file), File.ReadAllText(file));
            var own = Path.GetDirectoryName(name) is { Length: > 0 } ? [] : proposals.Where(proposal => IsOf(text, proposal.Form)).ToList();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, name))!);
            File.WriteAllText(Path.Combine(target, name), own.Count == 0 ? text : With(text, own));
        }
    }

    private static bool IsOf(string text, string form) => text.Split('\n').Any(line => line.TrimEnd() == $"form: {form}");

    /// <summary>What the file has of these already stays.</summary>
    private static string With(string text, IReadOnlyList<AliasProposal> proposals)
    {
        var lines = text.TrimEnd().Split('\n').ToList();
        var begin = lines.FindIndex(line => line.TrimEnd() == Section);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        if (begin >= 0)
        {
            var end = lines.FindIndex(begin + 1, line => line.Length > 0 && !char.IsWhiteSpace(line[0]));
            end = end < 0 ? lines.Count : end;
            foreach (var (row, labels) in FormAliases.Parse(string.Join('\n', lines[begin..end])))
                rows[row] = [.. labels];
            lines.RemoveRange(begin, end - begin);
        }

        foreach (var proposal in proposals)
            if (rows.TryAdd(proposal.Row, [proposal.Label]) is false && !rows[proposal.Row].Contains(proposal.Label))
                rows[proposal.Row].Add(proposal.Label);
        var written = new StringBuilder(string.Join('\n', lines)).Append("\n\n").Append(Section).Append('\n');
        foreach (var (row, labels) in rows)
            written.Append("  ").Append(row).Append(": [").AppendJoin(", ", labels.Select(label => JsonSerializer.Serialize(label, Plain))).Append("]\n");
        return written.ToString();
    }
}
