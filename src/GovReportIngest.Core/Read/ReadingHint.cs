using System.Diagnostics;
using System.Globalization;

namespace GovReportIngest.Core.Read;

/// <summary>One thing that a person says about how a document is to be read.</summary>
public abstract record ReadingHint
{
    private const string TurnWord = "turn";
    private const string SpreadWord = "spread";
    private const string OrderWord = "order";
    private const string FormWord = "form";

    private ReadingHint()
    {
    }

    /// <summary>A scanned page stands upright when it is turned so.</summary>
    /// <param name="Page">Of the source, from 1.</param>
    /// <param name="Degrees">Clockwise: 0, 90, 180 or 270.</param>
    public sealed record Turn(int Page, int Degrees) : ReadingHint;

    /// <summary>Whether a scanned page shows two pages of a book.</summary>
    public sealed record Spread(int Page, bool IsOfTwo) : ReadingHint;

    /// <summary>Pages of the source in the order in which they are read; those that are not named follow behind.</summary>
    public sealed record Order(IReadOnlyList<int> Pages) : ReadingHint
    {
        public bool Equals(Order? other) => other is not null && Pages.SequenceEqual(other.Pages);

        public override int GetHashCode() => Pages.Count;
    }

    /// <summary>The reports of the document are of this form.</summary>
    /// <param name="Id">Of the form; <see cref="NoForm"/> where they are of none that is known.</param>
    public sealed record OfForm(string Id) : ReadingHint
    {
        public const string NoForm = "none";
    }

    /// <summary>What it is about: of two hints about one subject the later one holds.</summary>
    public string Subject => this switch
    {
        Turn turn => Words(TurnWord, turn.Page),
        Spread spread => Words(SpreadWord, spread.Page),
        Order => OrderWord,
        OfForm => FormWord,
        _ => throw new UnreachableException(),
    };

    /// <summary>As logs and records hold it: the subject, and what is said of it, parted by spaces.</summary>
    public string Text => this switch
    {
        Turn turn => Words(Subject, turn.Degrees),
        Spread spread => Words(Subject, spread.IsOfTwo ? 2 : 1),
        Order order => Words(Subject, string.Join(',', order.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture)))),
        OfForm form => Words(Subject, form.Id),
        _ => throw new UnreachableException(),
    };

    /// <summary>Null where the text is not one of these.</summary>
    public static ReadingHint? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ') switch
        {
            [TurnWord, var page, "0" or "90" or "180" or "270"] when Number(page) is { } number => new Turn(number, int.Parse(text.Split(' ')[2], CultureInfo.InvariantCulture)),
            [SpreadWord, var page, "1" or "2"] when Number(page) is { } number => new Spread(number, text.EndsWith('2')),
            [OrderWord, var pages] when pages.Split(',').Select(Number).ToList() is var order && order.TrueForAll(page => page is not null) => new Order([.. order.Select(page => page!.Value)]),
            [FormWord, { Length: > 0 } id] => new OfForm(id),
            _ => null,
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Words(string first, object second) => string.Create(CultureInfo.InvariantCulture, $"{first} {second}");
}
