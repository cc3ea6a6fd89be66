using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Cli.Learning;

/// <summary><c>train aliases --from-reviews</c>: proposes labels that forms do not know, and measures what they change.</summary>
/// <param name="least">Documents that must print a label.</param>
internal sealed class LearnedAliases(ReviewedDocuments reviewed, string target, int least, WorkerLimits limits, TextWriter output)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        output.WriteLine(FormattableString.Invariant($"{reviewed.ToLearnFrom.Count} documents to learn from, {reviewed.HeldOut.Count} held out"));
        var proposals = AliasProposals.Of(reviewed.ToLearnFrom.SelectMany(document => document.AsRead), Installation.LoadedForms.Value, least);
        foreach (var proposal in proposals)
            output.WriteLine(FormattableString.Invariant($"  {proposal.Form}  {proposal.Row}  {proposal.Label}  in {proposal.Documents} documents"));
        if (proposals.Count == 0)
        {
            output.WriteLine("no label is proposed");
            return;
        }

        var forms = Path.Combine(target, "forms");
        AliasFiles.Write(Installation.Forms, forms, proposals);
        await using var reader = limits.CreatePool();
        async Task<ReviewScore> MeasureAsync(Engine engine) => ReviewScore.Of((await reviewed.ReadAsync(reviewed.HeldOut, engine, reader, limits.Workers, cancellation))
            .SelectMany(read => read.Document.Against(read.Records)));
        output.WriteLine($"before  {await MeasureAsync(Engine.Load())}");
        output.WriteLine($"after   {await MeasureAsync(Engine.Load(FormLibrary.Load(forms)))}");
        output.WriteLine($"written to {forms}; nothing is in force before it takes the place of {Installation.Forms}");
    }
}
