using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Samples;

/// <summary>A report after printing: the page images of scans are made from <see cref="Pdf"/>.</summary>
internal sealed record PrintedSample(string Name, Report Report, HtmlLook Look, string Producer, byte[] Pdf)
{
    public byte[] Truth(params (string Name, string Value)[] more)
    {
        using var pdf = new PrintedPdf(Pdf);
        var about = new Dictionary<string, string> { ["look"] = Look.Name, ["font"] = Look.Font, ["producer"] = Producer };
        foreach (var (name, value) in more)
            about[name] = value;
        return Expected.Write(Report, pdf.ProseByPage(Report), about);
    }
}
