using System.Security.Cryptography;

namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>The form definitions of a folder (<c>models/forms</c>), ordered by id.</summary>
public sealed class FormLibrary
{
    private FormLibrary(IReadOnlyList<FormDefinition> forms) => Forms = forms;

    public IReadOnlyList<FormDefinition> Forms { get; }

    public FormDefinition? Find(string id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <summary>Of one form alone, or of none.</summary>
    public FormLibrary Only(string id) => new([.. Forms.Where(form => form.Id == id)]);

    /// <summary>Loads every <c>*.yaml</c> of the folder itself; sub-folders hold what forms include.</summary>
    /// <exception cref="FormFileException">A file is wrong: its message names file, line and reason.</exception>
    public static FormLibrary Load(string folder)
    {
        var forms = new List<FormDefinition>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var form = LoadForm(folder, Path.GetFileName(path));
            if (forms.Any(other => other.Id == form.Id))
                throw new FormFileException(Path.GetFileName(path), 1, $"the form {form.Id} is defined twice");
            forms.Add(form);
        }

        if (forms.Count == 0)
            throw new FormFileException(folder, 0, "no form definition (*.yaml) in this folder");
        return new([.. forms.OrderBy(form => form.Id, StringComparer.Ordinal)]);
    }

    private static FormDefinition LoadForm(string folder, string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var root = Parse(folder, name, hash).AsMap();
        var parts = new FormParts();
        if (root.Find("include") is { } includes)
            foreach (var include in includes.AsList().Items)
                parts.Add(ParseInclude(folder, include, hash).AsMap());
        return new FormReader(parts).Read(root) with { Hash = Convert.ToHexStringLower(hash.GetHashAndReset())[..12] };
    }

    private static FormNode ParseInclude(string folder, FormNode include, IncrementalHash hash)
    {
        var name = include.AsText();
        if (Path.IsPathRooted(name) || name.Split('/').Contains("..") || !File.Exists(Path.Combine(folder, name)))
            throw include.Wrong($"there is no file \"{name}\" beside this one");
        return Parse(folder, name, hash);
    }

    private static FormNode Parse(string folder, string name, IncrementalHash hash)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        hash.AppendData(bytes);
        using var text = new StringReader(System.Text.Encoding.UTF8.GetString(bytes));
        return FormNode.Parse(name, text);
    }
}
