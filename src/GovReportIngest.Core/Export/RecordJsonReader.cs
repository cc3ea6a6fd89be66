using System.Text.Json;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Export;

internal static class RecordJsonReader
{
    public static ReportRecord Read(JsonElement root) => new()
    {
        Source = Source(root.GetProperty("source")),
        Engine = Engine(root.GetProperty("engine")),
        Guide = root.TryGetProperty("guide", out _) ? Texts(root, "guide") : [],
        Form = root.GetProperty("form") is { ValueKind: JsonValueKind.Object } form
            ? new(Text(form, "id")!, form.GetProperty("score").GetDecimal(), Texts(form, "variants")) : null,
        Outcome = Codes.Parse<Outcome>(Text(root, "outcome"), Codes.Of),
        Review = List(root, "review", item => new DocumentItem(
            Text(item, "reason")!, List(item, "pages", page => page.GetInt32()), Text(item, "detail")!)),
        Pages = List(root, "pages", Page),
        Fields = [.. root.GetProperty("fields").EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Field(field.Value)))],
        Outline = List(root, "outline", Node),
        Tables = Tables(root),
        Checks = List(root, "checks", Check),
        Problems = List(root, "problems", problem => new Problem(
            Text(problem, "stage")!, Text(problem, "category")!, Integer(problem, "page"), Text(problem, "message")!)),
    };

    private static RecordSource Source(JsonElement source) => new(
        Text(source, "path")!, Text(source, "url"), Text(source, "sha256")!, Text(source, "mediaType")!,
        source.GetProperty("bytes").GetInt64(), Integer(source, "part")!.Value, Integer(source, "parts")!.Value);

    private static EngineVersions Engine(JsonElement engine)
    {
        var (models, native) = (engine.GetProperty("models"), engine.GetProperty("native"));
        return new()
        {
            Version = Text(engine, "version")!,
            Form = Text(engine, "form"),
            HeadingsModel = Text(models, "headings"),
            DigitsModel = Text(models, "digits"),
            CalibrationModel = Text(models, "calibration"),
            Tesseract = Text(native, "tesseract"),
            Leptonica = Text(native, "leptonica"),
            Poppler = Text(native, "poppler"),
            Traineddata = Text(native, "traineddata"),
        };
    }

    private static RecordPage Page(JsonElement page)
    {
        var dpi = page.GetProperty("dpi");
        return new(
            Integer(page, "number")!.Value, Integer(page, "sourcePage")!.Value, Codes.Parse<PagePart>(Text(page, "part"), Codes.Of),
            page.GetProperty("width").GetDouble(), page.GetProperty("height").GetDouble(), Integer(page, "rotation")!.Value,
            page.GetProperty("skewDegrees").GetDouble(), dpi.ValueKind == JsonValueKind.Array ? (dpi[0].GetInt32(), dpi[1].GetInt32()) : null,
            page.GetProperty("dpiAssumed").GetBoolean(), Codes.Parse<PageReading>(Text(page, "read"), Codes.Of), Text(page, "why")!);
    }

    private static RecordField Field(JsonElement field) => new()
    {
        Value = Value(field.GetProperty("value")),
        State = Codes.Parse<FieldState>(Text(field, "state"), Codes.Of),
        Printed = Text(field, "printed"),
        Probability = field.GetProperty("probability").GetDecimal(),
        Review = Codes.Parse<ReviewState>(Text(field, "review"), Codes.Of),
        Reasons = Texts(field, "reasons"),
        Evidence = List(field, "evidence", Place),
        Candidates = List(field, "candidates", candidate =>
            new FieldCandidate(Value(candidate.GetProperty("value")), candidate.GetProperty("probability").GetDecimal())),
        Extracted = field.TryGetProperty("extracted", out var extracted)
            ? new(Codes.Parse<FieldState>(Text(extracted, "state"), Codes.Of), Value(extracted.GetProperty("value")), extracted.GetProperty("probability").GetDecimal()) : null,
        Asserted = field.TryGetProperty("asserted", out var asserted) ? new(Value(asserted.GetProperty("value"))!, Text(asserted, "note")) : null,
    };

    internal static FieldValue? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => new FieldValue.Number(value.GetDecimal()),
        JsonValueKind.String => new FieldValue.Words(value.GetString()!),
        JsonValueKind.Null => null,
        var other => throw new InvalidDataException($"a value is a number, a text or null, not {other}"),
    };

    internal static Evidence Place(JsonElement place)
    {
        if (place.TryGetProperty("node", out var node))
            return new Evidence.AtNode(node.GetString()!);
        if (place.TryGetProperty("text", out var text))
            return new Evidence.InText(Integer(text, "line")!.Value, Integer(text, "column")!.Value, Integer(text, "length")!.Value);
        var box = place.GetProperty("box");
        return new Evidence.OnPage(
            Integer(place, "page")!.Value, new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble()));
    }

    private static OutlineNode Node(JsonElement node) => new(
        Integer(node, "level")!.Value, Text(node, "number"), Text(node, "title")!, Text(node, "key"), List(node, "evidence", Place),
        Texts(node, "paragraphs"), List(node, "children", Node));

    /// <summary>The tables of a record, or of a <c>govreport.tables/1</c>.</summary>
    public static IReadOnlyList<RecordTable> Tables(JsonElement root) => List(root, "tables", Table);

    private static RecordTable Table(JsonElement table) => new(
        Text(table, "key"), Integer(table, "rows")!.Value, Integer(table, "columns")!.Value, Integer(table, "repeatedHeaders")!.Value,
        List(table, "cells", cell => new RecordCell(
            Integer(cell, "row")!.Value, Integer(cell, "column")!.Value, Integer(cell, "rowSpan")!.Value,
            Integer(cell, "columnSpan")!.Value, Text(cell, "text")!, List(cell, "evidence", Place))));

    private static CheckResult Check(JsonElement check) => new(
        Text(check, "id")!,
        Codes.Parse<CheckSeverity>(Text(check, "severity"), Codes.Of), Codes.Parse<CheckOutcome>(Text(check, "outcome"), Codes.Of),
        Amount(check, "left"), Amount(check, "right"), Texts(check, "assumedZero"), Texts(check, "fields"))
    {
        Evidence = check.TryGetProperty("evidence", out _) ? List(check, "evidence", Place) : [],
    };

    private static decimal? Amount(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static int? Integer(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();

    private static IReadOnlyList<string> Texts(JsonElement parent, string name) => List(parent, name, item => item.GetString()!);

    private static IReadOnlyList<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        [.. parent.GetProperty(name).EnumerateArray().Select(read)];
}
