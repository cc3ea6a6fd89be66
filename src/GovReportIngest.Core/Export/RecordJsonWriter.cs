using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

internal sealed class RecordJsonWriter(JsonText json)
{
    public void Write(ReportRecord record)
    {
        json.Name("schema").Text(ReportRecord.SchemaId);
        Source(record.Source);
        Engine(record.Engine);
        if (record.Guide.Count > 0)
            Texts(json.Name("guide"), record.Guide);
        json.Name("form");
        if (record.Form is { } form)
            json.Object(() => Texts(json.Name("id").Text(form.Id).Name("score").Number(Math.Round(form.Score, 6)).Name("variants"), form.Variants));
        else
            json.Text(null);
        json.Name("outcome").Text(Codes.Of(record.Outcome));
        json.Name("review").Array(record.Review, Item, block: true);
        json.Name("pages").Array(record.Pages, Page, block: true);
        json.Name("fields").Object(() => Fields(record.Fields), block: true);
        json.Name("outline").Array(record.Outline, Node, block: true);
        json.Name("tables").Array(record.Tables, Table, block: true);
        json.Name("checks").Array(record.Checks, Check, block: true);
        json.Name("problems").Array(record.Problems, Problem, block: true);
    }

    private void Source(RecordSource source) => json.Name("source").Object(() => json
        .Name("path").Text(source.Path).Name("url").Text(source.Url).Name("sha256").Text(source.Sha256)
        .Name("mediaType").Text(source.MediaType).Name("bytes").Number(source.Bytes)
        .Name("part").Number(source.Part).Name("parts").Number(source.Parts));

    private void Engine(EngineVersions engine) => json.Name("engine").Object(() => json
        .Name("version").Text(engine.Version).Name("form").Text(engine.Form)
        .Name("models").Object(() => json
            .Name("headings").Text(engine.HeadingsModel).Name("digits").Text(engine.DigitsModel).Name("calibration").Text(engine.CalibrationModel))
        .Name("native").Object(() => json
            .Name("tesseract").Text(engine.Tesseract).Name("leptonica").Text(engine.Leptonica)
            .Name("poppler").Text(engine.Poppler).Name("traineddata").Text(engine.Traineddata)));

    private void Item(DocumentItem item) => json.Object(() => json
        .Name("reason").Text(item.Reason).Name("pages").Array(item.Pages, page => json.Number(page)).Name("detail").Text(item.Detail));

    private void Page(RecordPage page) => json.Object(() =>
    {
        json.Name("number").Number(page.Number).Name("sourcePage").Number(page.SourcePage).Name("part").Text(Codes.Of(page.Part))
            .Name("width").Points(page.Width).Name("height").Points(page.Height).Name("rotation").Number(page.Rotation)
            .Name("skewDegrees").Number(Math.Round((decimal)page.SkewDegrees, 2)).Name("dpi");
        if (page.Dpi is { } dpi)
            json.Array([dpi.X, dpi.Y], value => json.Number(value));
        else
            json.Text(null);
        json.Name("dpiAssumed").Truth(page.DpiAssumed).Name("read").Text(Codes.Of(page.Read)).Name("why").Text(page.Why);
    });

    private void Fields(IReadOnlyList<KeyValuePair<string, RecordField>> fields)
    {
        foreach (var (path, field) in fields)
            json.Name(path).Object(() => Field(field));
    }

    private void Field(RecordField field)
    {
        Value(json.Name("value"), field.Value);
        json.Name("state").Text(Codes.Of(field.State)).Name("printed").Text(field.Printed)
            .Name("probability").Number(Math.Round(field.Probability, 6)).Name("review").Text(Codes.Of(field.Review));
        Texts(json.Name("reasons"), field.Reasons);
        Places(field.Evidence);
        json.Name("candidates").Array(field.Candidates, candidate => json.Object(() =>
        {
            Value(json.Name("value"), candidate.Value);
            json.Name("probability").Number(Math.Round(candidate.Probability, 6));
        }));
        if (field.Extracted is { } extracted)
            json.Name("extracted").Object(() =>
            {
                Value(json.Name("value"), extracted.Value);
                json.Name("state").Text(Codes.Of(extracted.State)).Name("probability").Number(Math.Round(extracted.Probability, 6));
            });
        if (field.Asserted is { } asserted)
            json.Name("asserted").Object(() =>
            {
                Value(json.Name("value"), asserted.Value);
                json.Name("note").Text(asserted.Note);
            });
    }

    internal static void Value(JsonText json, FieldValue? value)
    {
        if (value is FieldValue.Number(var amount))
            json.Number(amount);
        else
            json.Text((value as FieldValue.Words)?.Text);
    }

    private void Node(OutlineNode node) => json.Object(() =>
    {
        json.Name("level").Number(node.Level).Name("number").Text(node.Number).Name("title").Text(node.Title).Name("key").Text(node.Key);
        Places(node.Evidence);
        json.Name("paragraphs").Array(node.Paragraphs, text => json.Text(text), block: true);
        json.Name("children").Array(node.Children, Node, block: true);
    });

    public void Table(RecordTable table) => json.Object(() => json
        .Name("key").Text(table.Key).Name("rows").Number(table.Rows).Name("columns").Number(table.Columns)
        .Name("repeatedHeaders").Number(table.RepeatedHeaders).Name("cells").Array(table.Cells, Cell, block: true));

    private void Cell(RecordCell cell) => json.Object(() =>
    {
        json.Name("row").Number(cell.Row).Name("column").Number(cell.Column).Name("rowSpan").Number(cell.RowSpan)
            .Name("columnSpan").Number(cell.ColumnSpan).Name("text").Text(cell.Text);
        Places(cell.Evidence);
    });

    private void Check(CheckResult check) => json.Object(() =>
    {
        json.Name("id").Text(check.Id).Name("severity").Text(Codes.Of(check.Severity)).Name("outcome").Text(Codes.Of(check.Outcome))
            .Name("left").Number(check.Left).Name("right").Number(check.Right);
        Texts(json.Name("assumedZero"), check.AssumedZero);
        Texts(json.Name("fields"), check.Fields);
        if (check.Evidence.Count > 0)
            Places(check.Evidence);
    });

    public void Problem(Problem problem) => json.Object(() =>
    {
        json.Name("stage").Text(problem.Stage).Name("category").Text(problem.Category).Name("page");
        if (problem.Page is { } page)
            json.Number(page);
        else
            json.Text(null);
        json.Name("message").Text(problem.Message);
    });

    private void Places(IReadOnlyList<Evidence> evidence) =>
        json.Name("evidence").Array(evidence, place => RecordJson.Write(json, place));

    private static void Texts(JsonText json, IReadOnlyList<string> texts) => json.Array(texts, text => json.Text(text));
}
