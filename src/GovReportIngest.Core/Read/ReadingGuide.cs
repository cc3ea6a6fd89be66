using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>What people said about how a document is to be read. Bytes and guide make the record: the same ones, the same record.</summary>
public sealed class ReadingGuide
{
    private readonly Dictionary<int, int> turns = [];
    private readonly Dictionary<int, bool> spreads = [];
    private readonly Dictionary<int, int> places = [];
    private readonly HashSet<int> leftOut = [];
    private readonly Dictionary<int, IReadOnlyList<RuleMark>> rules = [];
    private readonly List<ReadingHint.TableAt> tables = [];
    private readonly List<ReadingHint.TableIn> spans = [];

    /// <param name="hints">Of those about one subject the last one holds.</param>
    public ReadingGuide(IEnumerable<ReadingHint> hints)
    {
        Hints = [.. hints.GroupBy(hint => hint.Subject, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(hint => hint.Subject, StringComparer.Ordinal)];
        foreach (var hint in Hints)
            switch (hint)
            {
                case ReadingHint.Turn turn:
                    turns[turn.Page] = turn.Degrees;
                    break;
                case ReadingHint.Spread spread:
                    spreads[spread.Page] = spread.IsOfTwo;
                    break;
                case ReadingHint.Order order:
                    foreach (var (index, page) in order.Pages.Index())
                        places.TryAdd(page, index);
                    break;
                case ReadingHint.OfForm form:
                    Form = form.Id;
                    break;
                case ReadingHint.LeftOut page:
                    leftOut.Add(page.Page);
                    break;
                case ReadingHint.Rules marked:
                    rules[marked.Page] = marked.Marks;
                    break;
                case ReadingHint.TableAt table:
                    tables.Add(table);
                    break;
                case ReadingHint.TableIn table:
                    spans.Add(table);
                    break;
                case ReadingHint.Parts parts:
                    Starts = parts.Starts;
                    break;
            }
    }

    /// <summary>Nothing was said.</summary>
    public static ReadingGuide None { get; } = new([]);

    /// <summary>Of every subject one, ordered by it.</summary>
    public IReadOnlyList<ReadingHint> Hints { get; }

    /// <summary>As records have it.</summary>
    public IReadOnlyList<string> Texts => [.. Hints.Select(hint => hint.Text)];

    /// <summary>The first 12 hex digits of the SHA-256 of its texts; empty where nothing was said.</summary>
    public string Hash => Hints.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Texts))))[..12];

    /// <summary>Id of the form, or <see cref="ReadingHint.OfForm.NoForm"/>; null where nothing was said of it.</summary>
    public string? Form { get; }

    /// <summary>Where the reports of the file begin, all but the first; null where nothing was said of it.</summary>
    public IReadOnlyList<ReportStart>? Starts { get; }

    /// <summary>Degrees clockwise by which a source page is turned; null where nothing was said of it.</summary>
    public int? TurnOf(int sourcePage) => turns.TryGetValue(sourcePage, out var degrees) ? degrees : null;

    /// <summary>Whether a source page shows two pages; null where nothing was said of it.</summary>
    public bool? IsSpread(int sourcePage) => spreads.TryGetValue(sourcePage, out var isOfTwo) ? isOfTwo : null;

    /// <summary>Whether a source page belongs to no report.</summary>
    public bool IsLeftOut(int sourcePage) => leftOut.Contains(sourcePage);

    /// <summary>What was said about rules of a source page.</summary>
    public IReadOnlyList<RuleMark> RulesOn(int sourcePage) => rules.GetValueOrDefault(sourcePage, []);

    /// <summary>Where on a source page tables of the form stand, by their keys.</summary>
    public IEnumerable<(string Table, Box Place)> TablesOn(int sourcePage) =>
        tables.SelectMany(table => table.Places.Where(place => place.Page == sourcePage).Select(place => (table.Table, place.Box)));

    /// <summary>Where in a source without pages tables of the form stand.</summary>
    public IReadOnlyList<ReadingHint.TableIn> TablesInText => spans;

    /// <summary>The pages in the order in which they are read.</summary>
    public IReadOnlyList<ReadPage> InOrder(IReadOnlyList<ReadPage> pages) =>
        places.Count == 0 ? pages : [.. pages.OrderBy(page => places.GetValueOrDefault(page.SourcePage, int.MaxValue))];

    /// <exception cref="FormatException">One of them is no hint.</exception>
    public static ReadingGuide Parse(IEnumerable<string> texts) =>
        new(texts.Select(text => ReadingHint.TryParse(text) ?? throw new FormatException($"\"{text}\" is no hint.")));
}
