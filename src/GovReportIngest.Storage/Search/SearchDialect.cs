namespace GovReportIngest.Storage.Search;

/// <summary>How a database keeps and asks the terms of texts; <c>search_index</c> is FTS5 in SQLite, and a table with a GIN index in PostgreSQL.</summary>
/// <param name="Insert">Of <c>@extractionId</c> with its <c>@grams</c>.</param>
/// <param name="Delete">The same taken out.</param>
/// <param name="Matches">Condition on the row <c>i</c> of the index, for <c>@asked</c>.</param>
/// <param name="Terms">The terms of a text as a parameter.</param>
/// <param name="Question">The terms of a question as a parameter: all must be there.</param>
public sealed record SearchDialect(string Insert, string Delete, string Matches, Func<IEnumerable<string>, object> Terms, Func<IEnumerable<SearchGram>, string> Question)
{
    public static SearchDialect Sqlite { get; } = new(
        "INSERT INTO search_index (rowid, grams) VALUES (@extractionId, @grams)",
        "INSERT INTO search_index (search_index, rowid, grams) VALUES ('delete', @extractionId, @grams)",
        "search_index MATCH @asked",
        grams => string.Join(' ', grams),
        grams => string.Join(" AND ", grams.Select(gram => $"\"{gram.Text}\"{(gram.IsPrefix ? "*" : "")}")));

    public static SearchDialect Postgres { get; } = new(
        "INSERT INTO search_index (rowid, grams) VALUES (@extractionId, array_to_tsvector(@grams))",
        "DELETE FROM search_index WHERE rowid = @extractionId",
        "i.grams @@ CAST(@asked AS tsquery)",
        grams => grams.ToArray(),
        grams => string.Join(" & ", grams.Select(gram => $"'{gram.Text}'{(gram.IsPrefix ? ":*" : "")}")));
}
