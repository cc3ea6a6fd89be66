using System.Globalization;
using GovReportIngest.Storage.Review;
using Microsoft.AspNetCore.WebUtilities;

namespace GovReportIngest.Server.Api;

/// <summary>Which reports of the queue are meant, as addresses say it; what is empty does not matter.</summary>
/// <param name="Reason">Of an open item.</param>
/// <param name="Agency">A part of the agency's name.</param>
/// <param name="Assignee">Name of who is to review them.</param>
/// <param name="Order"><c>age</c>: the oldest first; <c>priority</c>: what was taken in with the greatest priority; else what matters most.</param>
/// <param name="Probability">From 0 to 1: with an open field that was read with this probability at most.</param>
internal sealed record QueueQuery(string? Reason = null, string? Agency = null, string? Year = null, string? Form = null, string? Order = null, string? Assignee = null, string? Probability = null)
{
    public const string ByAge = "age";
    public const string ByPriority = "priority";

    public QueueFilter Filter => new()
    {
        Reason = QueryText.NotEmpty(Reason), Agency = QueryText.NotEmpty(Agency), Year = QueryText.Number(Year), Form = QueryText.NotEmpty(Form), Assignee = QueryText.NotEmpty(Assignee),
        Order = Order switch { ByAge => QueueOrder.Age, ByPriority => QueueOrder.Priority, _ => QueueOrder.Weight },
        MostProbability = decimal.TryParse(Probability, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var most) && most <= 1 ? most : null,
    };

    /// <summary>Behind an address: empty, or beginning with a question mark.</summary>
    public static string Of(QueueFilter filter) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["reason"] = filter.Reason, ["agency"] = filter.Agency, ["year"] = filter.Year?.ToString(CultureInfo.InvariantCulture), ["form"] = filter.Form,
        ["order"] = filter.Order switch { QueueOrder.Age => ByAge, QueueOrder.Priority => ByPriority, _ => null }, ["assignee"] = filter.Assignee,
        ["probability"] = filter.MostProbability?.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part.Value is not null));
}
