using System.Security.Cryptography;
using System.Text.Json;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Softmax regression over the features of a line (<see cref="LineFeatures"/>): one 8-bit weight a bucket and class in
/// <c>models/headings.json</c>. Sums are of whole numbers, so that every machine gets the same.
/// </summary>
public sealed class HeadingModel
{
    internal const string Schema = "govreport.headings/1";

    private static readonly string[] Names = Enum.GetNames<LineClass>();
    private readonly sbyte[] weights;
    private readonly double scale;

    /// <param name="weights">Bucket by bucket, the classes of each in order.</param>
    /// <param name="scale">What one unit of a weight is worth.</param>
    internal HeadingModel(sbyte[] weights, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, LineFeatures.Buckets * Classes);
        this.weights = weights;
        this.scale = scale;
    }

    /// <summary>First 12 hex digits of the SHA-256 of the file.</summary>
    public string Hash { get; private init; } = "";

    internal static int Classes => Names.Length;

    /// <exception cref="InvalidDataException">The file is no model of this schema, or cannot be read.</exception>
    public static HeadingModel Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"{path} is no heading model of the schema {Schema}, or damaged. Restore it, or train it anew with `govreport train headings`.", failure);
        }
    }

    /// <exception cref="FormatException">Another schema, other classes or another number of buckets; broken JSON throws what its reader throws.</exception>
    internal static HeadingModel Parse(byte[] json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        if (root.GetProperty("schema").GetString() != Schema || root.GetProperty("buckets").GetInt32() != LineFeatures.Buckets
            || !root.GetProperty("classes").EnumerateArray().Select(name => name.GetString()).SequenceEqual(Names))
            throw new FormatException("other schema");
        return new(Unpack(root.GetProperty("weights").GetBytesFromBase64()), root.GetProperty("scale").GetDouble())
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(json))[..12],
        };
    }

    internal byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("classes");
            foreach (var name in Names)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteNumber("buckets", LineFeatures.Buckets);
            json.WriteNumber("scale", scale);
            json.WriteString("weights", Convert.ToBase64String(Pack(weights)));
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Natural logarithm of the probability of every class.</summary>
    internal double[] LogProbabilities(IReadOnlyList<int> features)
    {
        Span<int> sums = stackalloc int[Classes];
        foreach (var bucket in features)
        {
            var row = weights.AsSpan(bucket * Classes, Classes);
            for (var k = 0; k < row.Length; k++)
                sums[k] += row[k];
        }

        var scores = new double[Classes];
        for (var k = 0; k < scores.Length; k++)
            scores[k] = sums[k] * scale;
        var highest = scores.Max();
        var total = highest + Math.Log(scores.Sum(score => Math.Exp(score - highest)));
        for (var k = 0; k < scores.Length; k++)
            scores[k] -= total;
        return scores;
    }

    // Most weights of n-grams are zero: a zero is followed by how many there are.
    private static byte[] Pack(sbyte[] weights)
    {
        var packed = new List<byte>();
        for (var i = 0; i < weights.Length; i++)
        {
            packed.Add(unchecked((byte)weights[i]));
            if (weights[i] != 0)
                continue;
            var run = 1;
            while (run < byte.MaxValue && i + 1 < weights.Length && weights[i + 1] == 0)
                (i, run) = (i + 1, run + 1);
            packed.Add((byte)run);
        }

        return [.. packed];
    }

    private static sbyte[] Unpack(byte[] packed)
    {
        var weights = new sbyte[LineFeatures.Buckets * Classes];
        var count = 0;
        for (var i = 0; i < packed.Length && count < weights.Length; i++)
            if (packed[i] != 0)
                weights[count++] = unchecked((sbyte)packed[i]);
            else
                count += i + 1 < packed.Length ? packed[++i] : 0;
        return count == weights.Length ? weights : throw new FormatException("The weights are cut off.");
    }
}
