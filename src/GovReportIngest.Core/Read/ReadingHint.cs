using System.Diagnostics;
using System.Globalization;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>One thing that a person says about how a document is to be read.</summary>
public abstract record ReadingHint
{
    private const int MostMarks = 200;
    private const string TurnWord = "turn";
    private const string SpreadWord = "spread";
    private const string OrderWord = "order";
    private const string FormWord = "form";
    private const string PageWord = "page";
    private const string LeftOutWord = "left-out";
    private const string TableWord = "table";
    private const string RulesWord = "rules";
    private const string PartsWord = "parts";
    private const string OneWord = "one";

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

    /// <summary>A page of the source belongs to none of its reports.</summary>
    /// <param name="Page">Of the source, from 1.</param>
    public sealed record LeftOut(int Page) : ReadingHint;

    /// <summary>A table of the form stands there, and nowhere else.</summary>
    /// <param name="Table">Key.</param>
    /// <param name="Places">On source pages, in the order in which they are read; at most one a page.</param>
    public sealed record TableAt(string Table, IReadOnlyList<Evidence.OnPage> Places) : ReadingHint
    {
        public bool Equals(TableAt? other) => other is not null && Table == other.Table && Places.SequenceEqual(other.Places);

        public override int GetHashCode() => HashCode.Combine(Table, Places.Count);
    }

    /// <summary>The same in a source without pages.</summary>
    /// <param name="Table">Key.</param>
    public sealed record TableIn(string Table, SourceSpan Place) : ReadingHint;

    /// <summary>Rules of tables that were not seen on a page, or that are none.</summary>
    /// <param name="Page">Of the source, from 1.</param>
    public sealed record Rules(int Page, IReadOnlyList<RuleMark> Marks) : ReadingHint
    {
        public bool Equals(Rules? other) => other is not null && Page == other.Page && Marks.SequenceEqual(other.Marks);

        public override int GetHashCode() => HashCode.Combine(Page, Marks.Count);
    }

    /// <summary>Where the reports of the file begin, whatever the machine makes of it.</summary>
    /// <param name="Starts">Of all but the first; none where the file is one report.</param>
    public sealed record Parts(IReadOnlyList<ReportStart> Starts) : ReadingHint
    {
        public bool Equals(Parts? other) => other is not null && Starts.SequenceEqual(other.Starts);

        public override int GetHashCode() => Starts.Count;
    }

    /// <summary>What it is about: of two hints about one subject the later one holds.</summary>
    public string Subject => this switch
    {
        Turn turn => Words(TurnWord, turn.Page),
        Spread spread => Words(SpreadWord, spread.Page),
        Order => OrderWord,
        OfForm => FormWord,
        LeftOut page => Words(PageWord, page.Page),
        TableAt table => Words(TableWord, table.Table),
        TableIn table => Words(TableWord, table.Table),
        Rules rules => Words(RulesWord, rules.Page),
        Parts => PartsWord,
        _ => throw new UnreachableException(),
    };

    /// <summary>As logs and records hold it: the subject, and what is said of it, parted by spaces.</summary>
    public string Text => this switch
    {
        Turn turn => Words(Subject, turn.Degrees),
        Spread spread => Words(Subject, spread.IsOfTwo ? 2 : 1),
        Order order => Words(Subject, string.Join(',', order.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture)))),
        OfForm form => Words(Subject, form.Id),
        LeftOut => Words(Subject, LeftOutWord),
        TableAt table => Words(Subject, string.Join(';', table.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Page}:{Numbers(place.Box.X, place.Box.Y, place.Box.Width, place.Box.Height)}")))),
        TableIn table => Words(Subject, table.Place.Text),
        Rules rules => Words(Subject, string.Join(';', rules.Marks.Select(mark => (mark.IsDrawn ? "+" : "-") + Numbers(mark.FromX, mark.FromY, mark.ToX, mark.ToY)))),
        Parts parts => Words(Subject, parts.Starts.Count == 0 ? OneWord : string.Join(';', parts.Starts.Select(start => start.Text))),
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
            [PageWord, var page, LeftOutWord] when Number(page) is { } number => new LeftOut(number),
            [TableWord, { Length: > 0 } table, var places] when All(places, PlaceOf) is { } known && known.DistinctBy(place => place.Page).Count() == known.Count => new TableAt(table, known),
            [TableWord, { Length: > 0 } table, var place] when SourceSpan.TryParse(place) is { } span => new TableIn(table, span),
            [RulesWord, var page, var marks] when Number(page) is { } number && All(marks, MarkOf) is { } known => new Rules(number, known),
            [PartsWord, OneWord] => new Parts([]),
            [PartsWord, var places] when All(places, ReportStart.TryParse) is { } known && known.Distinct().Count() == known.Count => new Parts(known),
            _ => null,
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>Null where one of them is none, or there are too many to be drawn by a person.</summary>
    private static IReadOnlyList<T>? All<T>(string texts, Func<string, T?> read)
        where T : class => texts.Split(';') is { Length: <= MostMarks } parts && parts.Select(read).ToList() is var all && all.TrueForAll(one => one is not null) ? [.. all.OfType<T>()] : null;

    private static Evidence.OnPage? PlaceOf(string text) => text.Split(':') is [var page, var box] && Number(page) is { } number && Four(box) is [var x, var y, > 0 and var width, > 0 and var height]
        ? new(number, new(x, y, width, height)) : null;

    private static RuleMark? MarkOf(string text) => text.Length > 1 && text[0] is '+' or '-' && Four(text[1..]) is [var fromX, var fromY, var toX, var toY]
        ? new(text[0] == '+', fromX, fromY, toX, toY) : null;

    /// <summary>Points to a tenth; null where they are not four.</summary>
    private static IReadOnlyList<double>? Four(string text) =>
        text.Split(',') is { Length: 4 } parts && parts.Select(Coordinate).ToList() is var four && four.TrueForAll(number => number is >= 0 and < 100_000) ? [.. four.Select(number => number!.Value)] : null;

    private static double? Coordinate(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Math.Round(number, 1) : null;

    private static string Numbers(params ReadOnlySpan<double> values)
    {
        var texts = new List<string>();
        foreach (var value in values)
            texts.Add(value.ToString("0.#", CultureInfo.InvariantCulture));
        return string.Join(',', texts);
    }

    private static string Words(string first, object second) => string.Create(CultureInfo.InvariantCulture, $"{first} {second}");
}
