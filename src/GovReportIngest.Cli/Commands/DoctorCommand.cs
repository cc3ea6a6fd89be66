using System.CommandLine;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport doctor</c>: what is found on this machine, what is missing, and the remedy.</summary>
internal static class DoctorCommand
{
    public static Command Create(Tongue tongue)
    {
        var command = new Command("doctor", tongue["Show what is found and what is missing", "检查运行环境并给出补救办法"]);
        command.SetAction(_ => (int)(Examine(tongue, Console.Out) ? ExitCode.Done : ExitCode.EnvironmentMissing));
        return command;
    }

    /// <summary>True where nothing is missing.</summary>
    internal static bool Examine(Tongue tongue, TextWriter output)
    {
        var native = NativeVersions.Found;
        var isComplete = Line(output, tongue, "Tesseract ≥ 5.3", AtLeast(native.Tesseract, 5, 3), native.Tesseract, "apt-get install libtesseract5");
        isComplete &= Line(output, tongue, "Leptonica ≥ 1.82", AtLeast(native.Leptonica, 1, 82), native.Leptonica, "apt-get install liblept5");
        isComplete &= Line(output, tongue, "Poppler ≥ 22.12", AtLeast(native.Poppler, 22, 12), native.Poppler, "apt-get install libpoppler-glib8 poppler-data");
        isComplete &= Line(output, tongue, "Cairo ≥ 1.16", AtLeast(native.Cairo, 1, 16), native.Cairo, "apt-get install libcairo2");
        isComplete &= Line(output, tongue, "SQLite ≥ 3.40", AtLeast(Sqlite(), 3, 40), Sqlite(), "apt-get install libsqlite3-0");
        isComplete &= Line(output, tongue, tongue["language data", "识别语言数据"] + " " + string.Join(" ", NativeVersions.Languages),
            native.Traineddata is not null, native.Traineddata, "apt-get install tesseract-ocr-chi-sim tesseract-ocr-eng");
        isComplete &= Models(tongue, output);
        output.WriteLine(DocumentReader.OfficeConverter is { } office
            ? $"✓ LibreOffice: {office}"
            : "– LibreOffice: " + tongue["not found; only .doc, .wps and .rtf files need it → apt-get install libreoffice-writer", "未找到；仅读取 .doc、.wps、.rtf 时需要 → apt-get install libreoffice-writer"]);
        output.WriteLine(isComplete
            ? tongue["Everything that govreport needs is here.", "所需组件齐全。"]
            : tongue["Something is missing; the lines above say the remedy.", "有组件缺失，补救办法见上。"]);
        return isComplete;
    }

    private static string? Sqlite()
    {
        try
        {
            return SqliteDatabase.LibraryVersion;
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }

    private static bool Models(Tongue tongue, TextWriter output)
    {
        try
        {
            var forms = Installation.LoadedForms.Value.Forms;
            _ = Installation.Calibration;
            _ = Installation.Headings;
            return Line(output, tongue, tongue["forms", "表式"], true, string.Join(", ", forms.Select(form => form.Id)), "");
        }
        catch (Exception wrong) when (wrong is FormFileException or InvalidDataException or IOException)
        {
            return Line(output, tongue, tongue["models", "模型"], false, wrong.Message, "git checkout models");
        }
    }

    private static bool Line(TextWriter output, Tongue tongue, string what, bool isThere, string? found, string remedy)
    {
        output.WriteLine($"{(isThere ? "✓" : "✗")} {what}: {found ?? tongue["not found", "未找到"]}");
        if (!isThere)
            output.WriteLine($"  → {remedy}");
        return isThere;
    }

    private static bool AtLeast(string? version, int major, int minor) =>
        version is not null && Version.TryParse(version.Split('-', ' ')[0], out var parsed) && parsed >= new Version(major, minor);
}
