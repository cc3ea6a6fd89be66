using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Check;

/// <summary>
/// Searches the joint choices of doubtful cells cell by cell and turns back as soon as an identity, all of whose cells are
/// chosen, fails: rows close early, so that even a page full of doubts is searched in few steps.
/// </summary>
internal sealed class JointChoice
{
    /// <summary>A search that takes more steps than this has too many doubts for the sums to settle.</summary>
    private const int MaximumSteps = 50_000;

    private readonly IReadOnlyList<CellVerdict> cells;
    private readonly IReadOnlyList<IReadOnlyList<FormIdentity>> closing;
    private readonly Func<IReadOnlyDictionary<string, CellOption>, IReadOnlyList<FormIdentity>, bool> fits;
    private readonly Dictionary<string, CellOption> chosen = new(StringComparer.Ordinal);
    private Dictionary<string, CellOption>? found;
    private int count;
    private int steps;

    public JointChoice(
        IReadOnlyList<CellVerdict> group, IReadOnlyList<FormIdentity> identities,
        Func<IReadOnlyDictionary<string, CellOption>, IReadOnlyList<FormIdentity>, bool> fits)
    {
        this.fits = fits;
        // Fields of one row stand together in the order of paths.
        cells = [.. group.OrderBy(cell => cell.Reading.Path, StringComparer.Ordinal)];
        var last = identities.ToLookup(identity => LastOf(IdentityCheck.FieldsOf(identity)));
        closing = [.. Enumerable.Range(0, cells.Count).Select(index => last[index].ToList())];
    }

    /// <summary>The choice by path if exactly one satisfies every identity; else null.</summary>
    public IReadOnlyDictionary<string, CellOption>? FindOnly()
    {
        Search(0);
        return count == 1 && steps <= MaximumSteps ? found : null;
    }

    private void Search(int index)
    {
        if (index == cells.Count)
        {
            count++;
            found ??= new(chosen, StringComparer.Ordinal);
            return;
        }

        foreach (var option in cells[index].Options)
        {
            if (count > 1 || ++steps > MaximumSteps)
                return;
            chosen[cells[index].Reading.Path] = option;
            if (fits(chosen, closing[index]))
                Search(index + 1);
        }

        chosen.Remove(cells[index].Reading.Path);
    }

    private int LastOf(IReadOnlyList<string> fields)
    {
        for (var index = cells.Count - 1; index >= 0; index--)
            if (fields.Contains(cells[index].Reading.Path))
                return index;
        return -1;
    }
}
