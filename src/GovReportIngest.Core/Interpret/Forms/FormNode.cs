using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>A node of a form file that knows its file and line, read strictly: no duplicate keys, no anchors, no tags.</summary>
internal abstract record FormNode(string File, long Line)
{
    public sealed record Word(string File, long Line, string Text) : FormNode(File, Line);

    public sealed record List(string File, long Line, IReadOnlyList<FormNode> Items) : FormNode(File, Line);

    public sealed record Map(string File, long Line, IReadOnlyDictionary<string, FormNode> Entries) : FormNode(File, Line)
    {
        public FormNode? Find(string key) => Entries.GetValueOrDefault(key);

        public FormNode Require(string key) => Find(key) ?? throw Wrong($"\"{key}\" is missing");

        public void AllowOnly(params ReadOnlySpan<string> keys)
        {
            foreach (var (key, node) in Entries)
                if (!keys.Contains(key))
                    throw node.Wrong($"unknown key \"{key}\"; known here: {string.Join(", ", keys.ToArray())}");
        }
    }

    public FormFileException Wrong(string reason) => new(File, Line, reason);

    public Map AsMap() => this as Map ?? throw Wrong("a mapping is expected here");

    public List AsList() => this as List ?? throw Wrong("a list is expected here");

    public string AsText() => this is Word { Text.Length: > 0 } word ? word.Text : throw Wrong("a text is expected here");

    /// <summary>The root of a file; <paramref name="name"/> is what messages call it.</summary>
    public static FormNode Parse(string name, TextReader text)
    {
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            var root = Read(name, parser);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
                throw new FormFileException(name, second.Start.Line, "one file holds one document");
            return root;
        }
        catch (YamlException wrong)
        {
            throw new FormFileException(name, wrong.Start.Line, wrong.Message);
        }
        catch (InvalidOperationException wrong)
        {
            // The parser answers some unclosed brackets with its own broken state.
            throw new FormFileException(name, parser.Current?.Start.Line ?? 1, $"this is not YAML: {wrong.Message}");
        }
    }

    private static FormNode Read(string file, Parser parser)
    {
        var line = parser.Current?.Start.Line ?? 1;
        if (parser.TryConsume<Scalar>(out var scalar))
            return new Word(file, line, scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
            return ReadList(file, line, parser);
        if (parser.TryConsume<MappingStart>(out _))
            return ReadMap(file, line, parser);
        throw new FormFileException(file, line, "anchors and aliases are not allowed; take shared parts in with \"use\"");
    }

    private static List ReadList(string file, long line, Parser parser)
    {
        var items = new List<FormNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Read(file, parser));
        return new(file, line, items);
    }

    private static Map ReadMap(string file, long line, Parser parser)
    {
        var entries = new Dictionary<string, FormNode>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var value = Read(file, parser);
            if (!entries.TryAdd(key.Value, value with { Line = key.Start.Line }))
                throw new FormFileException(file, key.Start.Line, $"\"{key.Value}\" is given twice");
        }

        return new(file, line, entries);
    }
}
