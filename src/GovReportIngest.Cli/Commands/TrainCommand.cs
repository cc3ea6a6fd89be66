using System.CommandLine;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Learning;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.Training.Calibrating;
using GovReportIngest.Training.Headings;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport train</c>: makes a model anew from what this repository says, or proposes one from what reviewers accepted, and measures it.</summary>
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
        var (reviews, target, workers) = (FromReviews(tongue), Target(tongue), Workers(tongue));
        var digits = new Command("digits", tongue["The model that names digits in scanned cells", "识别扫描件单元格数字的模型"]) { models, measure, reviews, target, workers };
        digits.SetAction((parsed, cancellation) => parsed.GetValue(reviews) is { } data
            ? WithFacesAsync(() => LearnAsync(data, parsed.GetValue(target), parsed.GetValue(workers), tongue,
                (reviewed, folder, limits) => new LearnedDigits(reviewed, folder, limits, Console.Out).RunAsync(cancellation), cancellation))
            : TrainAsync(parsed.GetValue(models)!, parsed.GetValue(measure), tongue, cancellation));
        return new("train", tongue["Train a model anew; the same sources give the same bytes", "重新训练模型；来源相同则结果逐字节相同"]) { digits, Headings(models, tongue), Calibrating(models, tongue), Aliases(tongue) };
    }

    private static Command Headings(Option<DirectoryInfo> models, Tongue tongue)
    {
        var measure = new Option<bool>("--measure")
        {
            Description = tongue["Only measure the model that is there, on documents and layouts it was not trained on", "不训练，只用训练时未见过的文档和版式测量现有模型"],
        };
        var mistakes = new Option<bool>("--mistakes") { Description = tongue["List what is wrong in every outline that is not exact", "列出每个不完全正确的大纲中的错误"] };
        var tuning = new Option<bool>("--tuning") { Description = tongue["With --measure: on documents that constants may be chosen on, not on those that are reported", "与 --measure 连用：在调参文档上测量，而不是在公布结果的文档上"] };
        var headings = new Command("headings", tongue["The model that tells headings from other lines", "识别标题行的模型"]) { models, measure, mistakes, tuning };
        headings.SetAction((parsed, cancellation) => Task.Run(
            () => TrainHeadings(parsed.GetValue(models)!, new(parsed.GetValue(measure), parsed.GetValue(mistakes), parsed.GetValue(tuning)), tongue, cancellation), cancellation));
        return headings;
    }

    private static Command Calibrating(Option<DirectoryInfo> models, Tongue tongue)
    {
        var fit = new Option<string[]>("--fit") { AllowMultipleArgumentsPerToken = true, Description = tongue["Corpora to fit on: folders with expected/ and grounds.jsonl", "用于拟合的语料：含 expected/ 和 grounds.jsonl 的文件夹"] };
        var test = new Option<string[]>("--test") { AllowMultipleArgumentsPerToken = true, Description = tongue["Other corpora to measure on", "用于测量的其他语料"] };
        var measure = new Option<bool>("--measure") { Description = tongue["Only measure the constants that are there", "不拟合，只测量现有常数"] };
        var (reviews, target, workers) = (FromReviews(tongue), Target(tongue), Workers(tongue));
        var calibration = new Command("calibration", tongue["The probabilities of scanned fields", "扫描字段的概率"]) { models, fit, test, measure, reviews, target, workers };
        calibration.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(reviews) is { } data)
                return await LearnAsync(data, parsed.GetValue(target), parsed.GetValue(workers), tongue,
                    (reviewed, folder, limits) => new LearnedCalibration(reviewed, folder, limits, Console.Out).RunAsync(cancellation), cancellation);
            RequireFolder(parsed.GetValue(models)!, tongue);
            var (fitted, tested) = (parsed.GetValue(fit) ?? [], parsed.GetValue(test) ?? []);
            if (fitted.Length == 0 || tested.Length == 0)
                throw new CommandFailure(ExitCode.Usage,
                    tongue["There is nothing to fit on, or to measure on.", "没有用于拟合或测量的语料。"],
                    tongue["Give --fit and --test, or --from-reviews with a store.", "请给出 --fit 和 --test，或用 --from-reviews 指定数据文件夹。"]);
            if (fitted.Select(Path.GetFullPath).Intersect(tested.Select(Path.GetFullPath)).FirstOrDefault() is { } both)
                throw new CommandFailure(ExitCode.Usage,
                    tongue[$"{both} is among --fit and --test.", $"{both} 同时出现在 --fit 和 --test 中。"],
                    tongue["Measure on corpora that were not fitted on.", "请用未参与拟合的语料测量。"]);
            CalibrationTraining.Run(parsed.GetValue(models)!.FullName, fitted, tested, parsed.GetValue(measure), Console.Out);
            return (int)ExitCode.Done;
        });
        return calibration;
    }

    private static Command Aliases(Tongue tongue)
    {
        var (reviews, target, workers) = (FromReviews(tongue), Target(tongue), Workers(tongue));
        reviews.Required = true;
        var least = new Option<int>("--least") { DefaultValueFactory = _ => 2, Description = tongue["Documents that must print a label (default: 2)", "一个标题至少须见于几份文件（默认 2）"] };
        var aliases = new Command("aliases", tongue["Labels that forms do not know, from what reviewers accepted", "从已复核的报告中学习表式未知的行标题"]) { reviews, target, least, workers };
        aliases.SetAction((parsed, cancellation) => LearnAsync(parsed.GetValue(reviews)!, parsed.GetValue(target), parsed.GetValue(workers), tongue,
            (reviewed, folder, limits) => new LearnedAliases(reviewed, folder, parsed.GetValue(least), limits, Console.Out).RunAsync(cancellation), cancellation));
        return aliases;
    }

    private static Option<string?> FromReviews(Tongue tongue) =>
        new("--from-reviews") { Description = tongue["Store whose accepted reports are learned from; one document in three is held out to measure on", "从此数据文件夹中已通过的报告学习；每三份文件留出一份用于检验"] };

    private static Option<string?> Target(Tongue tongue) =>
        new("--out", "-o") { Description = tongue["Folder to write proposals to; nothing there is in force", "写入建议的文件夹；其中内容不会自动生效"] };

    private static Option<int> Workers(Tongue tongue) =>
        new("--workers", "-w") { DefaultValueFactory = _ => Environment.ProcessorCount, Description = tongue["Documents read at the same time (default: as many as cores)", "同时读取的文件数（默认等于处理器核数）"] };

    private static async Task<int> LearnAsync(
        string data, string? target, int workers, Tongue tongue, Func<ReviewedDocuments, string, WorkerLimits, Task> learn, CancellationToken cancellation)
    {
        if (target is null)
            throw new CommandFailure(ExitCode.Usage, tongue["There is no folder for the proposals.", "没有指定写入建议的文件夹。"], tongue["Give one with --out.", "请用 --out 指定。"]);
        await using var reviewed = await ReviewedDocuments.OpenAsync(data, new SilentProgress(), tongue, cancellation);
        await learn(reviewed, target, new() { Workers = workers });
        return (int)ExitCode.Done;
    }

    private readonly record struct HeadingChoices(bool OnlyMeasures, bool ShowsMistakes, bool IsTuning);

    private static int TrainHeadings(DirectoryInfo models, HeadingChoices choices, Tongue tongue, CancellationToken cancellation)
    {
        RequireFolder(models, tongue);
        if (choices is { IsTuning: true, OnlyMeasures: false })
            throw new CommandFailure(ExitCode.Usage,
                tongue["--tuning measures a model and needs --measure.", "--tuning 只用于测量，需与 --measure 连用。"],
                tongue["Add --measure.", "请加上 --measure。"]);
        if (choices.OnlyMeasures)
            HeadingTraining.Measure(models.FullName, Console.Out, choices.ShowsMistakes, choices.IsTuning, cancellation);
        else
            HeadingTraining.Run(models.FullName, Console.Out, choices.ShowsMistakes, cancellation);
        return (int)ExitCode.Done;
    }

    private static void RequireFolder(DirectoryInfo models, Tongue tongue)
    {
        if (!models.Exists)
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"There is no folder {models}.", $"没有文件夹 {models}。"],
                tongue["Run the command in the checkout, or give the folder with --models.", "请在代码库目录中运行，或用 --models 指定文件夹。"]);
    }

    internal static async Task<int> TrainAsync(DirectoryInfo models, bool onlyMeasure, Tongue tongue, CancellationToken cancellation)
    {
        RequireFolder(models, tongue);
        return await WithFacesAsync(() => Task.Run(() =>
        {
            if (onlyMeasure)
                DigitTraining.Measure(models.FullName, Console.Out, cancellation);
            else
                DigitTraining.Run(models.FullName, Console.Out, cancellation);
            return (int)ExitCode.Done;
        }, cancellation));
    }

    /// <summary>Training draws with faces that not every machine has.</summary>
    private static async Task<int> WithFacesAsync(Func<Task<int>> train)
    {
        try
        {
            return await train();
        }
        catch (MissingFacesException missing)
        {
            throw new CommandFailure(ExitCode.EnvironmentMissing, missing.Message, $"apt-get install {missing.Packages}");
        }
    }
}
