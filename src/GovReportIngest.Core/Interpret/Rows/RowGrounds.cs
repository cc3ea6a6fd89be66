namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>What about the place of a scanned row speaks against its values, too little to be a doubt.</summary>
internal sealed class RowGrounds(TableMatch table)
{
    private const double Sure = 0.8;
    private const double Loose = 0.5;

    private readonly bool lostARow = table.Rows.Any(row => !row.Row.IsOptional && table.Alignment.Matches.All(match => match.Place != row));
    private readonly bool hasFreeRow = table.RowsBetween.Any();

    public IReadOnlyList<string> Of(RowMatch match) => [.. Codes(match)];

    private IEnumerable<string> Codes(RowMatch match)
    {
        // A row whose own label was surely read stands where it stands, whatever happened to others.
        if (match.Place.Row.Label.Length == 0 || match.Similarity >= Sure)
            yield break;
        yield return "label-loose";
        if (match.Similarity < Loose)
            yield return "label-poor";
        if (lostARow)
            yield return "beside-lost-row";
        if (hasFreeRow)
            yield return "beside-free-row";
        if (!match.Segment.IsOfGrid)
            yield return "outside-grid";
    }
}
