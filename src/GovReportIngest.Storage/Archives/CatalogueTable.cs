using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Archives;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Archives;

/// <summary>Catalogues of archives, and which document each of their rows means.</summary>
public sealed class CatalogueTable
{
    private const string Columns =
        "archival_code AS ArchivalCode, fonds AS Fonds, title AS Title, responsible AS Responsible, year AS Year, retention AS Retention, security AS Security";

    private readonly IStoreDatabase database;

    internal CatalogueTable(IStoreDatabase database) => this.database = database;

    private sealed record DocumentRow
    {
        public required long DocumentId { get; init; }

        public required string Path { get; init; }
    }

    /// <summary>
    /// Gives documents the entries of their rows; those of documents that the catalogue does not mean stay. A row means the document at its path, or the only one with that name;
    /// without a file, the only one whose name is the archival code.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task<CatalogueImport> ImportAsync(Catalogue catalogue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return database.WriteAsync(async connection =>
        {
            var documents = new DocumentNames((await connection.QueryAsync<DocumentRow>("SELECT document_id AS DocumentId, path AS Path FROM documents WHERE replaced_by IS NULL")).Select(row => (row.DocumentId, row.Path)));
            var found = catalogue.Rows.Select(row => (row.Entry, Documents: documents.Find(row))).ToList();
            // Two rows that mean one document mean none.
            var taken = found.Where(row => row.Documents.Count == 1).Select(row => row.Documents[0]).CountBy(id => id).Where(id => id.Value > 1).Select(id => id.Key).ToHashSet();
            var (matched, ambiguous) = (new List<(CatalogueEntry Entry, long Id)>(), new List<string>());
            foreach (var (entry, ids) in found.Where(row => row.Documents.Count > 0))
                if (ids is [var only] && !taken.Contains(only))
                    matched.Add((entry, only));
                else
                    ambiguous.Add(entry.ArchivalCode);
            foreach (var (entry, id) in matched)
                await ReplaceAsync(connection, id, entry);
            var without = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM documents d WHERE d.replaced_by IS NULL AND NOT EXISTS (SELECT 1 FROM catalogue_entries c WHERE c.document_id = d.document_id)");
            return new CatalogueImport(matched.Count, [.. found.Where(row => row.Documents.Count == 0).Select(row => row.Entry.ArchivalCode)], ambiguous, without);
        }, cancellation);
    }

    /// <summary>Null where no catalogue says anything of the document.</summary>
    internal static Task<CatalogueEntry?> FindAsync(DbConnection connection, long documentId) =>
        connection.QuerySingleOrDefaultAsync<CatalogueEntry>($"SELECT {Columns} FROM catalogue_entries WHERE document_id = @documentId", new { documentId });

    private static Task ReplaceAsync(DbConnection connection, long documentId, CatalogueEntry entry) => connection.ExecuteAsync("""
        INSERT INTO catalogue_entries (document_id, archival_code, fonds, title, responsible, year, retention, security)
        VALUES (@documentId, @ArchivalCode, @Fonds, @Title, @Responsible, @Year, @Retention, @Security)
        ON CONFLICT (document_id) DO UPDATE SET archival_code = excluded.archival_code, fonds = excluded.fonds, title = excluded.title, responsible = excluded.responsible, year = excluded.year,
            retention = excluded.retention, security = excluded.security
        """, new { documentId, entry.ArchivalCode, entry.Fonds, entry.Title, entry.Responsible, entry.Year, entry.Retention, entry.Security });
}
