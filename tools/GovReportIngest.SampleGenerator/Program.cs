using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Samples;

if (args is not ["samples", ..])
{
    Console.Error.WriteLine("usage: samples [--out DIR]   rewrites samples/");
    return 2;
}
using var stop = new CancellationTokenSource();
var root = args is [_, "--out", var folder] ? folder : "samples";
var tree = new SampleTree(root);
var dice = new Dice(20240501);
foreach (var part in new[] { "text", "pdf", "scan" })
    tree.Clear(part);
TextSamples.Write(tree, dice);
await using var browser = await Chromium.StartAsync(stop.Token);
var printed = await PdfSamples.PrintAsync(browser, dice, stop.Token);
PdfSamples.Write(tree, printed);
new ScanSamples(tree, printed, dice.Child("scan")).Write();
return 0;
