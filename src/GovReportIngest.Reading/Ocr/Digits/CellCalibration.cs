using System.Text.Json;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>P(right) of what was read in a cell, counted on drawn cells of faces that the model never saw.</summary>
/// <param name="Clear">Numbers whose ink shows nothing unusual, on pages where the readers mostly agree.</param>
/// <param name="Poor">The same on pages where they often do not: there they also err together.</param>
/// <param name="Doubtful">Numbers in unusual ink: there all readers may agree on what is left of a number.</param>
/// <param name="Marks">Placeholders that were told by their shape.</param>
internal sealed record CellCalibration(ReaderCalibration Clear, ReaderCalibration Poor, ReaderCalibration Doubtful, ReaderCalibration Marks)
{
    /// <summary>Nothing was measured, so that nothing is certain.</summary>
    public static CellCalibration None { get; } = new(ReaderCalibration.None, ReaderCalibration.None, ReaderCalibration.None, ReaderCalibration.None);

    /// <summary>Objects of agreements in one.</summary>
    public static CellCalibration Read(JsonElement json) => new(
        ReaderCalibration.Read(json.GetProperty("clear")), ReaderCalibration.Read(json.GetProperty("poor")),
        ReaderCalibration.Read(json.GetProperty("doubtful")), ReaderCalibration.Read(json.GetProperty("marks")));

    public ReaderCalibration Of(bool isDoubtful, PageLook look) => isDoubtful ? Doubtful : look.IsPoor ? Poor : Clear;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, calibration) in new[] { ("clear", Clear), ("poor", Poor), ("doubtful", Doubtful), ("marks", Marks) })
        {
            json.WritePropertyName(name);
            calibration.Write(json);
        }

        json.WriteEndObject();
    }
}
