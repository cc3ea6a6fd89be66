namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>
/// What running text may say about a figure of a table. In phrases <c>…</c> stands for up to 24 characters of the same clause
/// without digits, and <c>#</c> for the number with what is counted.
/// </summary>
/// <param name="Path">The field it speaks of.</param>
/// <param name="Says">Phrases that give its number (<c>收到…申请#</c>).</param>
/// <param name="Denies">Phrases that say 0 (<c>未收到…申请</c>).</param>
/// <param name="Except">Words in a clause that speaks of a part, or of something else.</param>
public sealed record NarrativeRule(string Path, IReadOnlyList<string> Says, IReadOnlyList<string> Denies, IReadOnlyList<string> Except)
{
    /// <summary><c>requests.narrative[new_received.total]</c>.</summary>
    public string CheckId => Path.Split('.', 2) is [var table, var rest] ? $"{table}.narrative[{rest}]" : Path;
}
