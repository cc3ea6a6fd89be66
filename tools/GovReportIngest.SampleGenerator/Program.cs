using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Samples;
using GovReportIngest.SampleGenerator.Tables;

CommandLine line;
try
{
    line = CommandLine.Parse(args);
}
catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
{
    Console.Error.WriteLine($"{wrong.Message}\n{CommandLine.Usage}");
    return 2;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var tree = new SampleTree(line.Out);
await (line.Verb switch
{
    "corpus" => new Corpus(tree, new Dice(line.Seed), line.Conditions, line.IsWild, line.Parts, line.Contradictions).WriteAsync(line.First, line.Reports, stop.Token),
    "tables" => new TableCorpus(line.Out, new Dice(line.Seed), line.Conditions).WriteAsync(line.First, line.Reports, stop.Token),
    _ => WriteSamplesAsync(),
});
return 0;

async Task WriteSamplesAsync()
{
    const ulong seedOfTheSamples = 20240501;
    var dice = new Dice(seedOfTheSamples);
    foreach (var part in line.Parts)
        tree.Clear(part);
    if (line.Parts.Contains("text"))
        TextSamples.Write(tree, dice);
    if (line.Parts.Contains("html"))
        FlowSamples.WriteWeb(tree, dice);
    if (line.Parts.Contains("docx"))
        FlowSamples.WriteWord(tree, dice);
    if (!line.Parts.Contains("pdf") && !line.Parts.Contains("scan"))
        return;
    await using var browser = await Chromium.StartAsync(stop.Token);
    if (line.Parts.Contains("scan"))
        await ScanSamples.WritePictureAsync(tree, browser, dice.Child("scan"), stop.Token);
    var printed = await PdfSamples.PrintAsync(browser, dice, stop.Token);
    if (line.Parts.Contains("pdf"))
        PdfSamples.Write(tree, printed);
    if (line.Parts.Contains("scan"))
        new ScanSamples(tree, printed, dice.Child("scan")).Write();
}
