using System.CommandLine;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Reading.Ocr.Digits.Training;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport train digits</c>: makes a model anew from what this repository says, and measures it.</summary>
internal static class TrainCommand
{
    public static Command Create(Tongue tongue)
    {
        var models = new Option<DirectoryInfo>("--models")
        {
            Description = tongue["Folder of the models to write (default: models)", "写入模型的文件夹（默认 models）"],
            DefaultValueFactory = _ => new("models"),
        };
        var measure = new Option<bool>("--measure")
        {
            Description = tongue["Only measure the model that is there, on font families it was not trained on", "不训练，只用训练时未见过的字体测量现有模型"],
        };
        var digits = new Command("digits", tongue["The model that names digits in scanned cells", "识别扫描件单元格数字的模型"]) { models, measure };
        digits.SetAction((parsed, cancellation) => Task.Run(() => Train(parsed.GetValue(models)!, parsed.GetValue(measure), tongue, cancellation), cancellation));
        return new("train", tongue["Train a model anew; the same fonts give the same bytes", "重新训练模型；字体相同则结果逐字节相同"]) { digits };
    }

    internal static int Train(DirectoryInfo models, bool onlyMeasure, Tongue tongue, CancellationToken cancellation)
    {
        if (!models.Exists)
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"There is no folder {models}.", $"没有文件夹 {models}。"],
                tongue["Run the command in the checkout, or give the folder with --models.", "请在代码库目录中运行，或用 --models 指定文件夹。"]);
        try
        {
            if (onlyMeasure)
                DigitTraining.Measure(models.FullName, Console.Out, cancellation);
            else
                DigitTraining.Run(models.FullName, Console.Out, cancellation);
            return (int)ExitCode.Done;
        }
        catch (MissingFacesException missing)
        {
            throw new CommandFailure(ExitCode.EnvironmentMissing, missing.Message, $"apt-get install {missing.Packages}");
        }
    }
}
