using GovReportIngest.Core.Check;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Series;
using GovReportIngest.Reading;

namespace GovReportIngest.Jobs;

/// <summary>Where this program's own files are.</summary>
public static class Installation
{
    private static readonly Lazy<HeadingModel> LoadedHeadings = new(() => HeadingModel.Load(Path.Combine(Models, "headings.json")));

    private static readonly Lazy<Calibration> LoadedCalibration = new(() => Core.Check.Calibration.Load(Path.Combine(Models, "calibration.json")));

    /// <summary>Folder of models and form definitions: beside the program, or GOVREPORT_MODELS.</summary>
    public static string Models => ReadingModels.Folder;

    public static string Forms => Path.Combine(Models, "forms");

    /// <summary>Read when they are first asked for.</summary>
    /// <exception cref="FormFileException">A file is wrong.</exception>
    public static Lazy<FormLibrary> LoadedForms { get; } = new(() => FormLibrary.Load(Forms));

    /// <summary>Read when they are first asked for.</summary>
    /// <exception cref="FormFileException">The file is wrong.</exception>
    public static Lazy<ConceptCatalogue> LoadedConcepts { get; } = new(() => ConceptCatalogue.Load(Path.Combine(Models, "concepts.yaml"), LoadedForms.Value));

    /// <summary>Read when it is first asked for.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; the message names it.</exception>
    public static Calibration Calibration => LoadedCalibration.Value;

    /// <summary>Read when it is first asked for.</summary>
    /// <exception cref="InvalidDataException">The file is missing or damaged; the message names it and the remedy.</exception>
    public static HeadingModel Headings => LoadedHeadings.Value;

    public static string Version { get; } = typeof(Installation).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The command that starts this program again (for worker processes).</summary>
    public static IReadOnlyList<string> Command
    {
        get
        {
            var host = Environment.ProcessPath ?? throw new InvalidOperationException("The path of the running program is unknown.");
            return Path.GetFileNameWithoutExtension(host) == "dotnet"
                ? [host, Path.Combine(AppContext.BaseDirectory, "govreport.dll")]
                : [host];
        }
    }
}
