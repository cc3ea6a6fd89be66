using System.Globalization;
using GovReportIngest.Storage.Review;
using Microsoft.AspNetCore.WebUtilities;

namespace GovReportIngest.Server.Api;

/// <summary>Which reports of the queue are meant, as addresses say it; what is empty does not matter.</summary>
/// <param name="Reason">Of an open item.</param>
/// <param name="Agency">A part of the agency's name.</param>
/// <param name="Assignee">Name of who is to review them.</param>
/// <param name="Order"><c>age</c>: the oldest first; else what matters most.</param>
internal sealed record QueueQuery(string? Reason = null, string? Agency = null, string? Year = null, string? Form = null, string? Order = null, string? Assignee = null)
{
    public QueueFilter Filter => new()
    {
        Reason = QueryText.NotEmpty(Reason), Agency = QueryText.NotEmpty(Agency), Year = QueryText.Number(Year), Form = QueryText.NotEmpty(Form), IsByAge = Order == "age",
        Assignee = QueryText.NotEmpty(Assignee),
    };

    /// <summary>Behind an address: empty, or beginning with a question mark.</summary>
    public static string Of(QueueFilter filter) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["reason"] = filter.Reason, ["agency"] = filter.Agency, ["year"] = filter.Year?.ToString(CultureInfo.InvariantCulture), ["form"] = filter.Form,
        ["order"] = filter.IsByAge ? "age" : null, ["assignee"] = filter.Assignee,
    }.Where(part => part.Value is not null));
}
