using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Server.Tests.Api;

public sealed class ReviewApiTests(ServedStore served) : IClassFixture<ServedStore>
{
    private const string Person = "requests.new_received.natural_person";
    private const string Reviewer = "reviewer";

    [Fact]
    public async Task A_reviewer_lists_decides_and_takes_back_and_the_record_follows()
    {
        var id = await served.PutAsync(OpenReports.With(Person), "api.md");
        using var client = await served.ClientAsync(Reviewer);
        var listed = (await ServedStore.JsonAsync(await client.GetAsync("/api/v1/review/reports"))).GetProperty("reports").EnumerateArray().Single(row => row.GetProperty("path").GetString() == "api.md");
        Assert.Equal((id.ToString(), 1), (listed.GetProperty("id").GetString(), listed.GetProperty("open").GetInt32()));

        var made = await ServedStore.JsonAsync(await DecideAsync(client, id.ToString(), new { subject = Person, action = "correct", version = 1, printed = "1,234" }));
        Assert.Equal(("accepted", 0), (made.GetProperty("outcome").GetString(), made.GetProperty("open").GetInt32()));
        var field = FieldOf(made, Person);
        Assert.Equal(("1234", "1,234", "corrected"), (field.GetProperty("value").GetString(), field.GetProperty("printed").GetString(), field.GetProperty("review").GetString()));
        Assert.Contains(made.GetProperty("checks").EnumerateArray(), check => check.GetProperty("outcome").GetString() == "violated" && check.GetProperty("words").GetString()!.Contains("1234", StringComparison.Ordinal));

        var record = RecordJson.Read(await client.GetByteArrayAsync($"/api/v1/documents/{id}/record"));
        Assert.Equal((ReviewState.Corrected, new FieldValue.Number(1234)), (record.Field(Person).Review, record.Field(Person).Value));
        var extracted = RecordJson.Read(await client.GetByteArrayAsync($"/api/v1/documents/{id}/record?extracted=true"));
        Assert.Equal(ReviewState.Open, extracted.Field(Person).Review);

        var back = await ServedStore.JsonAsync(await DecideAsync(client, id.ToString(), new { subject = Person, action = "reverse", version = 1, seen = field.GetProperty("last").GetInt64() }));
        Assert.Equal("open", FieldOf(back, Person).GetProperty("review").GetString());
    }

    [Fact]
    public async Task Who_comes_second_gets_the_decision_of_the_first()
    {
        var id = (await served.PutAsync(OpenReports.With(Person), "second.md")).ToString();
        using var client = await served.ClientAsync(Reviewer);
        await ServedStore.JsonAsync(await DecideAsync(client, id, new { subject = Person, action = "correct", version = 1, printed = "7" }));
        var conflict = await ServedStore.JsonAsync(await DecideAsync(client, id, new { subject = Person, action = "confirm", version = 1 }), HttpStatusCode.Conflict);
        Assert.Contains("reviewer decided meanwhile: corrected 7", conflict.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("7", FieldOf(conflict.GetProperty("report"), Person).GetProperty("value").GetString());
    }

    [Fact]
    public async Task Sums_are_tried_while_typing_and_nothing_is_written()
    {
        var id = (await served.PutAsync(OpenReports.With(Person), "trial.md")).ToString();
        using var client = await served.ClientAsync(Reviewer);
        var right = await TryAsync(client, id, new { path = Person, printed = WrittenValue.Of(OpenReports.None.Field(Person).Value!) });
        Assert.All(right.GetProperty("checks").EnumerateArray(), check => Assert.Equal("holds", check.GetProperty("outcome").GetString()));
        var wrong = await TryAsync(client, id, new { path = Person, printed = "99999" });
        Assert.All(wrong.GetProperty("checks").EnumerateArray(), check => Assert.Equal("violated", check.GetProperty("outcome").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync($"/api/v1/review/reports/{id}/trials", new { path = Person, printed = "12x" })).StatusCode);
        Assert.Empty((await served.Store.Review.FindAsync(new(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), 1), default))!.Log);
    }

    [Theory]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"guess","version":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"correct","version":1,"printed":"abc"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"settle","version":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"correct","version":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"correct","version":1,"printed":"5","place":{"page":99,"box":[1,1,5,5]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"correct","version":1,"printed":"5","place":{"line":0,"column":1,"length":1}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"subject":"nothing.at.all","action":"confirm","version":1}""", HttpStatusCode.NotFound)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"confirm","version":2}""", HttpStatusCode.Conflict)]
    [InlineData("""{"subject":"requests.new_received.natural_person","action":"confirm","version":1,"unknown":true}""", HttpStatusCode.BadRequest)]
    [InlineData("no json", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_decided_is_refused_with_a_reason(string body, HttpStatusCode expected)
    {
        var id = (await served.PutAsync(OpenReports.With(Person), $"refused-{body.Length}-{expected}.md")).ToString();
        using var client = await served.ClientAsync(Reviewer);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync($"/api/v1/review/reports/{id}/decisions", content);
        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.NotEmpty((await ServedStore.JsonAsync(answer, expected)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_report_is_lent_to_one_reviewer_and_the_next_one_gets_another()
    {
        var (first, second) = (await served.PutAsync(OpenReports.With(Person), "lent-1.md"), await served.PutAsync(OpenReports.With(Person), "lent-2.md"));
        using var client = await served.ClientAsync(Reviewer);
        using var other = await served.ClientAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/api/v1/review/reports/{first}/lease", null)).StatusCode);
        var held = await ServedStore.JsonAsync(await other.PutAsync($"/api/v1/review/reports/{first}/lease", null), HttpStatusCode.Conflict);
        Assert.Equal(Reviewer, held.GetProperty("heldBy").GetString());
        Assert.NotEqual(first.ToString(), (await ServedStore.JsonAsync(await other.GetAsync("/api/v1/review/next"))).GetProperty("id").GetString());
        await client.DeleteAsync($"/api/v1/review/reports/{first}/lease");
        Assert.Equal(HttpStatusCode.OK, (await other.PutAsync($"/api/v1/review/reports/{first}/lease", null)).StatusCode);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Documents_are_listed_in_pages_and_a_record_that_did_not_change_is_not_sent_again()
    {
        var id = await served.PutAsync(OpenReports.None, "listed.md");
        using var client = await served.ClientAsync("viewer");
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await ServedStore.JsonAsync(await client.GetAsync($"/api/v1/documents?limit=2{(after.Length > 0 ? $"&after={after}" : "")}"));
            seen.AddRange(page.GetProperty("documents").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        Assert.Contains(id.ToString(), seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());

        var first = await client.GetAsync($"/api/v1/documents/{id}/record");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/documents/{id}/record");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, string id, object decision) => client.PostAsJsonAsync($"/api/v1/review/reports/{id}/decisions", decision);

    private static async Task<JsonElement> TryAsync(HttpClient client, string id, object trial) =>
        await ServedStore.JsonAsync(await client.PostAsJsonAsync($"/api/v1/review/reports/{id}/trials", trial));

    private static JsonElement FieldOf(JsonElement report, string path) => report.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("path").GetString() == path);
}
