using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator;

/// <summary>A folder with <c>inbox/</c> (documents) and <c>expected/</c> (their truth).</summary>
internal sealed class SampleTree(string root)
{
    public void Add(string path, byte[] document, byte[] expected)
    {
        Write(Path.Combine("inbox", path), document);
        Write(Path.Combine("expected", path + ".expected.json"), expected);
    }

    /// <summary>Several reports in one file: the truth about the second is that of <c>path#2</c>, as its record is named.</summary>
    public void Add(string path, byte[] document, IReadOnlyList<byte[]> expected)
    {
        Add(path, document, expected[0]);
        for (var part = 2; part <= expected.Count; part++)
            Write(Path.Combine("expected", $"{path}#{part}.expected.json"), expected[part - 1]);
    }

    /// <summary>A folder of page images as one document.</summary>
    public void AddFolder(string path, IReadOnlyList<(string Name, byte[] Bytes)> pages, byte[] expected)
    {
        foreach (var (name, bytes) in pages)
            Write(Path.Combine("inbox", path, name), bytes);
        Write(Path.Combine("expected", path + ".expected.json"), expected);
    }

    public void Clear(string folder)
    {
        foreach (var part in new[] { "inbox", "expected" })
            if (Directory.Exists(Path.Combine(root, part, folder)))
                Directory.Delete(Path.Combine(root, part, folder), recursive: true);
    }

    private void Write(string path, byte[] bytes)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
