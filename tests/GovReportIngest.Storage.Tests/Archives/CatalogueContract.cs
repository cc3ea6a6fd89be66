using GovReportIngest.Core.Archives;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Tests.Archives;

/// <summary>Catalogues of archives, and which documents their rows mean.</summary>
public abstract class CatalogueContract(ITestedDatabase database) : StoreContract(database)
{
    private Task<Storage.Archives.CatalogueImport> ImportAsync(params (string Code, string? File)[] rows) =>
        Store.Catalogue.ImportAsync(new([.. rows.Select(row => new CatalogueRow(row.File, new() { ArchivalCode = row.Code, Fonds = "X001" }))], []), default);

    [Fact]
    public async Task A_row_means_the_document_at_its_path_or_the_only_one_of_its_name_or_code_and_never_one_of_several()
    {
        foreach (var name in (string[])["2022/a.txt", "2023/a.txt", "2023/b.txt", "X001-0012.txt", "c.txt"])
            await CollectAsync(Put(name, name));

        var import = await ImportAsync(("A-1", @"2022\a.txt"), ("A-2", "b.txt"), ("X001-0012", null), ("A-3", "a.txt"), ("A-4", "2021/b.txt"), ("A-5", null), ("A-6", "c.txt"), ("A-7", "c.txt"));
        Assert.Equal(3, import.Matched);
        Assert.Equal(["A-4", "A-5"], import.Unmatched);
        Assert.Equal(["A-3", "A-6", "A-7"], import.Ambiguous);
        Assert.Equal(2, import.Without);
        Assert.Equal((2, 1L), ((await ImportAsync(("A-3", "2023/a.txt"), ("A-9", "2022/a.txt"))).Matched, (await ImportAsync()).Without));
    }

    [Fact]
    public async Task The_report_has_what_the_last_import_said_and_its_mark_changes_with_it()
    {
        var document = await CollectAsync(Put("a.txt", "a"));
        await RecordAsync(document, Record);
        var id = new RecordId(document.DocumentId, 1);
        Assert.Null((await Store.Review.FindAsync(id, default))!.Catalogued);
        Assert.Empty(await Store.Queries.ListMarksAsync(default));

        await ImportAsync(("A-1", "a.txt"));
        Assert.Equal(new() { ArchivalCode = "A-1", Fonds = "X001" }, (await Store.Review.FindAsync(id, default))!.Catalogued);
        Assert.Equal("A-1", (await Store.Queries.FindAsync(id.DocumentId, default))!.Catalogued!.ArchivalCode);
        var before = (await Store.Queries.ListMarksAsync(default))[id];
        await ImportAsync(("A-2", "a.txt"));
        Assert.Equal("A-2", (await Store.Review.FindAsync(id, default))!.Catalogued!.ArchivalCode);
        Assert.NotEqual(before, (await Store.Queries.ListMarksAsync(default))[id]);
    }
}
