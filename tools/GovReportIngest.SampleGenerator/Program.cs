using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Samples;

if (args is not ["samples" or "text", ..])
{
    Console.Error.WriteLine("usage: samples [--out DIR]   rewrites samples/");
    return 2;
}
var root = args is [_, "--out", var folder] ? folder : "samples";
var tree = new SampleTree(root);
var dice = new Dice(20240501);
tree.Clear("text");
TextSamples.Write(tree, dice);
return 0;
