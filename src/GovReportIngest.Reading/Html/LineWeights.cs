namespace GovReportIngest.Reading.Html;

/// <summary>How most characters of a line look.</summary>
internal sealed class LineWeights
{
    private const double Most = 0.8;

    private readonly Dictionary<double, int> sizes = [];
    private int characters;
    private int bold;
    private int links;
    private int furniture;

    /// <summary>The outermost heading level of the line's characters; 0 for none.</summary>
    public int Level { get; private set; }

    public double FontSize => sizes.OrderByDescending(size => size.Value).ThenBy(size => size.Key).Select(size => size.Key).FirstOrDefault();

    public bool IsBold => bold >= characters * Most;

    public bool IsFurniture => characters > 0 && furniture == characters;

    public double LinkShare => characters == 0 ? 0 : (double)links / characters;

    public void Add(int count, ElementLook look)
    {
        if (count == 0)
            return;
        characters += count;
        bold += look.IsBold ? count : 0;
        links += look.IsLink ? count : 0;
        furniture += look.IsFurniture ? count : 0;
        sizes[look.FontSize] = sizes.GetValueOrDefault(look.FontSize) + count;
        Level = Level == 0 ? look.Level : Level;
    }

    public void Clear()
    {
        sizes.Clear();
        (characters, bold, links, furniture, Level) = (0, 0, 0, 0, 0);
    }
}
