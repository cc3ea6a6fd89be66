using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Training.Calibrating;

/// <summary>Reads corpora of the sample generator: <c>expected/</c> has the truth, <c>grounds.jsonl</c> what <c>ingest --grounds</c> wrote.</summary>
internal static class LabelledScans
{
    /// <summary>In the order of documents and fields, whatever the order in which they were read.</summary>
    /// <exception cref="InvalidDataException">A file is missing or broken; the message names it.</exception>
    public static IReadOnlyList<LabelledField> Read(string corpus)
    {
        var file = Path.Combine(corpus, "grounds.jsonl");
        if (!File.Exists(file))
            throw new InvalidDataException($"{file} is missing; write it with ./govreport ingest {Path.Combine(corpus, "inbox")} --out DIR --grounds {file}");
        var fields = new List<LabelledField>();
        foreach (var document in File.ReadLines(file).Select(GroundsJson.Read).GroupBy(line => line.Document).OrderBy(document => document.Key, StringComparer.Ordinal))
        {
            var truth = Path.Combine(corpus, "expected", document.Key + ExpectedJson.Suffix);
            if (!File.Exists(truth))
                throw new InvalidDataException($"{truth} is missing; the corpus has no truth for {document.Key}");
            var expected = ExpectedJson.Read(File.ReadAllBytes(truth)).Fields;
            foreach (var line in document.Where(line => line.Part == 1))
                if (expected.TryGetValue(line.Path, out var field))
                    fields.Add(Labelled(corpus, line, field));
        }

        return fields;
    }

    private static LabelledField Labelled(string corpus, GroundsLine line, ExpectedField truth)
    {
        var slash = line.Document.IndexOf('/', StringComparison.Ordinal);
        var isExact = truth.State == line.State && Equals(truth.Value, line.Value);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(corpus));
        return new(slash > 0 ? line.Document[..slash] : ".", $"{name}/{Path.GetFileNameWithoutExtension(line.Document)}", line.Grounds, isExact, IsAsked(line.Grounds, line.IsOpen));
    }

    /// <summary>Whether a person is asked about a field whatever its probability.</summary>
    internal static bool IsAsked(FieldGrounds grounds, bool isOpen) => ScanTrust.IsUnsettled(grounds)
        || (isOpen && (grounds.Kind is "missing" or "unreadable" or "words" or "narrative" || grounds.Against.Any(IsDoubtOfPlace)));

    private static bool IsDoubtOfPlace(string code) => !ScanTrust.IsOfCell(code) && !SmallGrounds.Contains(code);

    /// <summary>What speaks a little against a field; alone it asks nobody.</summary>
    private static readonly HashSet<string> SmallGrounds =
    [
        "label-loose", "label-poor", "beside-lost-row", "beside-free-row", "outside-grid",
        "poor-page", "weak-contrast", "faint-contrast", "pale-ink", "much-pale-ink", "no-vote", "no-montage", "model-unsure", "reader-overruled", "specks", "mark-unsure",
        "readers-differ", "few-readers", "one-reader", "no-identity-holds", "one-identity-at-most", "identity-violated", "identities-violated", "chosen-by-identities",
        "joint-below-0.9999", "joint-below-0.9998", "joint-below-0.9995", "joint-below-0.999", "joint-below-0.99", "joint-below-0.9", "joint-below-0.6",
    ];
}
