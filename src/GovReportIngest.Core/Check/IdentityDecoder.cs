using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Check;

/// <summary>
/// Uses the identities as an error-detecting code: where readers disagree, the only joint choice among their readings that
/// satisfies every identity of the cells in question is taken. It invents no value and moves none that readers agree on.
/// </summary>
internal sealed class IdentityDecoder(IReadOnlyList<FormIdentity> identities, IReadOnlyDictionary<string, CellVerdict> cells)
{
    /// <summary>More joint choices than this are not searched: so many doubts are a reviewer's case.</summary>
    private const int MaximumChoices = 4096;

    public void Decide()
    {
        var open = cells.Values.Where(cell => cell.CanMove).ToDictionary(cell => cell.Reading.Path, StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var (group, touching) = ConnectedTo(open.Keys.Order(StringComparer.Ordinal).First(), open);
            group.ForEach(cell => open.Remove(cell.Reading.Path));
            Decide(group, touching);
        }

        foreach (var cell in cells.Values.Where(cell => cell.IsDoubtful && !cell.CanMove))
            cell.IsConfirmed = IsConfirmedAsRead(cell);
    }

    /// <summary>
    /// Whether a cell of which there is only one reading, though a doubtful one, is borne out by two sums of which it is the
    /// only doubtful part.
    /// </summary>
    private bool IsConfirmedAsRead(CellVerdict cell)
    {
        var path = cell.Reading.Path;
        var touching = identities.Where(identity => !identity.IsSoft && IdentityCheck.FieldsOf(identity).Contains(path)).ToList();
        return cell.CanBeConfirmed && touching.Count >= 2 && Fits([], touching)
            && touching.All(identity => IdentityCheck.FieldsOf(identity).All(other => other == path || IsSettled(other)));
    }

    private bool IsSettled(string path) => cells.TryGetValue(path, out var cell) && (!cell.IsDoubtful || (cell.CanMove && cell.IsConfirmed));

    private (List<CellVerdict> Group, List<FormIdentity> Touching) ConnectedTo(string first, Dictionary<string, CellVerdict> open)
    {
        var group = new List<CellVerdict> { open[first] };
        var touching = new List<FormIdentity>();
        for (var i = 0; i < group.Count; i++)
            foreach (var identity in identities.Where(identity => !identity.IsSoft && !touching.Contains(identity)))
            {
                var fields = IdentityCheck.FieldsOf(identity);
                if (!fields.Contains(group[i].Reading.Path))
                    continue;
                touching.Add(identity);
                group.AddRange(fields.Where(open.ContainsKey).Select(path => open[path]).Except(group).ToList());
            }

        return (group, touching);
    }

    private void Decide(List<CellVerdict> group, List<FormIdentity> touching)
    {
        var choices = group.Aggregate(1L, (product, cell) => Math.Min(product * cell.Options.Count, MaximumChoices + 1));
        if (touching.Count == 0 || choices > MaximumChoices)
            return;
        var fitting = Choices(group).Where(choice => Fits(choice, touching)).Take(2).ToList();
        if (fitting.Count != 1)
            return;
        foreach (var (cell, option) in group.Zip(fitting[0].Values))
        {
            var path = cell.Reading.Path;
            cell.Choose(option);
            cell.IsConfirmed = cell.CanBeConfirmed && touching.Count(identity => IdentityCheck.FieldsOf(identity).Contains(path)) >= 2;
        }
    }

    private bool Fits(Dictionary<string, CellOption> choice, List<FormIdentity> touching) => touching.All(identity =>
        IdentityCheck.Evaluate(identity, path => OperandAt(path, choice)).Outcome == CheckOutcome.Holds);

    private Operand OperandAt(string path, Dictionary<string, CellOption> choice) =>
        choice.TryGetValue(path, out var option) ? new(FieldState.Printed, option.Amount)
        : cells.TryGetValue(path, out var cell) ? cell.Operand : new(FieldState.Missing, null);

    private static IEnumerable<Dictionary<string, CellOption>> Choices(List<CellVerdict> group)
    {
        var at = new int[group.Count];
        for (var i = 0; i < group.Count;)
        {
            yield return group.Select((cell, index) => (cell.Reading.Path, Option: cell.Options[at[index]]))
                .ToDictionary(pair => pair.Path, pair => pair.Option, StringComparer.Ordinal);
            for (i = 0; i < group.Count && ++at[i] == group[i].Options.Count; i++)
                at[i] = 0;
        }
    }
}
