using GovReportIngest.Cli.Estimate;

namespace GovReportIngest.Cli.Tests.Estimate;

public sealed class SampleChoiceTests
{
    [Fact]
    public void Documents_are_grouped_by_kind_and_size_within_a_factor_of_four()
    {
        var documents = Files("pdf", 80, 100).Concat(Files("TIF", 2, 5)).Concat(Files("txt", 1, 1)).Append(new(new("gone", [], false), 0));

        var strata = SampleChoice.Stratify(documents.Reverse());

        Assert.Equal(["images", "other", "pdf", "text"], strata.Select(stratum => stratum.Kind).Distinct());
        Assert.Equal(84, strata.Sum(stratum => stratum.Documents.Count));
        Assert.All(strata, stratum => Assert.InRange(stratum.Documents[^1].Bytes, stratum.Documents[0].Bytes, Math.Max(1, 4 * stratum.Documents[0].Bytes)));
        var pdf = strata.Where(stratum => stratum.Kind == "pdf").SelectMany(stratum => stratum.Documents).Select(document => document.Bytes).ToList();
        Assert.Equal(pdf.Order(), pdf);
    }

    [Fact]
    public void Every_stratum_comes_to_its_turn_before_any_comes_again()
    {
        var strata = SampleChoice.Stratify(Files("pdf", 1000, 100).Concat(Files("txt", 100, 1)));

        var chosen = SampleChoice.Choose(strata, 40);

        Assert.Equal(strata.Count, chosen.Take(strata.Count).Select(one => one.Stratum).Distinct().Count());
        Assert.Equal(chosen.Count, chosen.Select(one => one.Document.Entry.Path).Distinct().Count());
    }

    [Fact]
    public void The_first_of_a_stratum_is_of_middling_size()
    {
        var strata = SampleChoice.Stratify(Files("pdf", 400, 100)).Where(stratum => stratum.Documents.Count >= 25).ToList();

        Assert.True(strata.Count >= 3);
        foreach (var (stratum, document) in SampleChoice.Choose(strata, 40).Take(strata.Count))
        {
            var (place, count) = (strata[stratum].Documents.ToList().IndexOf(document), strata[stratum].Documents.Count);
            Assert.InRange(place, count * 0.4, count * 0.6);
        }
    }

    [Fact]
    public void Large_documents_get_more_of_the_sample_and_small_strata_three_at_least()
    {
        var strata = SampleChoice.Stratify(Files("pdf", 400, 1_000_000).Concat(Files("txt", 400, 1)));

        var counts = SampleChoice.Choose(strata, 40).CountBy(one => strata[one.Stratum].Kind).ToDictionary();

        Assert.InRange(counts["text"], 10, 15);
        Assert.InRange(counts["pdf"], 36, 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_small_collection_is_read_whole(int count)
    {
        var strata = SampleChoice.Stratify(Files("pdf", count, 100));

        Assert.Equal(count, SampleChoice.Choose(strata, 40).Count);
    }

    [Fact]
    public void The_order_of_the_folder_changes_nothing()
    {
        var files = Files("pdf", 200, 7).ToList();

        var forth = SampleChoice.Choose(SampleChoice.Stratify(files), 40).Select(one => one.Document.Entry.Path);
        var back = SampleChoice.Choose(SampleChoice.Stratify(Enumerable.Reverse(files)), 40).Select(one => one.Document.Entry.Path);

        Assert.Equal(forth, back);
    }

    private static IEnumerable<SizedEntry> Files(string ending, int count, long unit) =>
        Enumerable.Range(1, count).Select(i => new SizedEntry(new($"{i:0000}.{ending}", [$"/in/{i:0000}.{ending}"], false), unit * i));
}
