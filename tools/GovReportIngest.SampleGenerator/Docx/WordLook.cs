using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.SampleGenerator.Docx;

internal enum WordHeadings
{
    /// <summary>Heading styles with an outline level, under their English or Chinese names.</summary>
    Styles,

    /// <summary>Bold or larger paragraphs without a style.</summary>
    Looks,

    /// <summary>Like the body.</summary>
    Plain,
}

/// <param name="Png">The image.</param>
/// <param name="Width">At which it is shown, inches.</param>
/// <param name="Height">At which it is shown, inches.</param>
internal sealed record TablePicture(byte[] Png, double Width, double Height);

/// <summary>How a report stands in a file of a word processor.</summary>
internal sealed record WordLook(WordHeadings Headings, HtmlLook Tables)
{
    public string Name => $"word-{Headings.ToString().ToLowerInvariant()}{(HasAutomaticNumbers ? "-numbered" : "")}";

    /// <summary>The numbers of headings are not typed but counted.</summary>
    public bool HasAutomaticNumbers { get; init; }

    public bool HasChineseStyleNames { get; init; }

    /// <summary>Changes that were not accepted yet: deleted figures and words stand beside the inserted ones.</summary>
    public bool HasChanges { get; init; }

    /// <summary>The title stands in a text box, as drawings hold it twice.</summary>
    public bool HasTitleBox { get; init; }

    public bool HasContents { get; init; }

    /// <summary>The whole report stands in one cell of a table.</summary>
    public bool IsInTable { get; init; }

    /// <summary>Tables that are pictures, by key.</summary>
    public IReadOnlyDictionary<string, TablePicture> Pictures { get; init; } = new Dictionary<string, TablePicture>();

    public static WordLook Choose(Dice dice)
    {
        var tables = new HtmlLook("word", "FangSong")
        {
            TotalBesideApplicants = dice.Chance(0.3),
            Groups = dice.Pick(GroupLabels.Beside, GroupLabels.Beside, GroupLabels.Beside, GroupLabels.RowAcross, GroupLabels.RowWithBlanks),
            HasUnitColumn = dice.Chance(0.1),
            CourtsApart = dice.Chance(0.1),
            ThousandsMarks = dice.Chance(0.1),
        };
        return new(dice.Pick(WordHeadings.Styles, WordHeadings.Looks, WordHeadings.Plain), tables)
        {
            HasAutomaticNumbers = dice.Chance(0.4),
            HasChineseStyleNames = dice.Chance(0.5),
            HasChanges = dice.Chance(0.3),
            HasTitleBox = dice.Chance(0.15),
            HasContents = dice.Chance(0.2),
            IsInTable = dice.Chance(0.1),
        };
    }
}
