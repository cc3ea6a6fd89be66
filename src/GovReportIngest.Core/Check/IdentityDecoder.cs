using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Check;

/// <summary>
/// Uses the identities as an error-detecting code: where readers disagree, the only joint choice among their readings that
/// satisfies every identity of the cells in question is taken. It invents no value and moves none that readers agree on.
/// </summary>
internal sealed class IdentityDecoder(IReadOnlyList<FormIdentity> identities, IReadOnlyDictionary<string, CellVerdict> cells)
{
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
        return cell.CanBeConfirmed && touching.Count >= 2 && Fits(new Dictionary<string, CellOption>(), touching)
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
        if (touching.Count == 0 || new JointChoice(group, touching, Fits).FindOnly() is not { } choice)
            return;
        foreach (var cell in group)
        {
            var path = cell.Reading.Path;
            cell.Choose(choice[path]);
            cell.IsConfirmed = cell.CanBeConfirmed && touching.Count(identity => IdentityCheck.FieldsOf(identity).Contains(path)) >= 2;
        }
    }

    private bool Fits(IReadOnlyDictionary<string, CellOption> choice, IReadOnlyList<FormIdentity> touching) => touching.All(identity =>
        IdentityCheck.Evaluate(identity, (string path) => OperandAt(path, choice)).Outcome == CheckOutcome.Holds);

    private Operand OperandAt(string path, IReadOnlyDictionary<string, CellOption> choice) =>
        choice.TryGetValue(path, out var option) ? new(FieldState.Printed, option.Amount)
        : cells.TryGetValue(path, out var cell) ? cell.Operand : new(FieldState.Missing, null);
}
