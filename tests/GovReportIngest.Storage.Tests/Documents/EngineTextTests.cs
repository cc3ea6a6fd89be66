using GovReportIngest.Core.Document.Record;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Tests.Documents;

public sealed class EngineTextTests
{
    [Fact]
    public void Versions_come_back_as_they_were_and_what_was_not_used_stays_unused()
    {
        var scan = new EngineVersions
        {
            Version = "1.0.0", Form = "a1", HeadingsModel = "b2", DigitsModel = "c3", CalibrationModel = "d4", Tesseract = "5.3.0", Leptonica = "1.82.0",
            Poppler = "22.12.0", Traineddata = "e5",
        };

        Assert.Equal(scan, EngineText.Parse(EngineText.Of(scan)));
        Assert.Equal(new EngineVersions { Version = "1.0.0" }, EngineText.Parse(EngineText.Of(new() { Version = "1.0.0" })));
    }
}
