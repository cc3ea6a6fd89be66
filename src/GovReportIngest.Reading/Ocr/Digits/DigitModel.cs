using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// A perceptron with one hidden layer that names a glyph: one of <see cref="Classes"/>, where <c>?</c> is anything that is no
/// digit, dash, slash or 无. Weights are 16-bit floats in <c>models/digits.json</c>; sums run four wide in a fixed order, so that
/// every machine gets the same figures.
/// </summary>
internal sealed class DigitModel
{
    public const string Classes = "0123456789-/无?";
    public const string Schema = "govreport.digits/2";

    /// <summary>Shape, aspect, bias: padded to a multiple of four.</summary>
    public const int Inputs = GlyphShape.Size + 4;

    private readonly float[] hidden;
    private readonly float[] output;

    /// <summary>Weights row by row: hidden × <see cref="Inputs"/>, then classes × (hidden + 4), whose last four are the bias and padding.</summary>
    public DigitModel(float[] hidden, float[] output)
    {
        this.hidden = hidden;
        this.output = output;
        HiddenUnits = hidden.Length / Inputs;
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, Classes.Length * (HiddenUnits + 4));
    }

    public int HiddenUnits { get; }

    /// <summary>How far the readers can be trusted, measured with this model.</summary>
    public CellCalibration Calibration { get; init; } = CellCalibration.None;

    public DigitModel With(CellCalibration calibration) => new(hidden, output) { Calibration = calibration };

    /// <exception cref="InvalidDataException">The file is no model of this schema.</exception>
    public static DigitModel Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is no digit model of the schema {Schema}, or damaged. Restore it, or train it anew with `govreport train digits`.", failure);
        }
    }

    /// <exception cref="FormatException">Another schema or other classes; broken JSON throws what its reader throws.</exception>
    public static DigitModel Parse(byte[] json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        if (root.GetProperty("schema").GetString() != Schema || root.GetProperty("classes").GetString() != Classes)
            throw new FormatException("other schema");
        return new(Weights(root.GetProperty("hidden")), Weights(root.GetProperty("output")))
        {
            Calibration = CellCalibration.Read(root.GetProperty("calibration")),
        };
    }

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("classes", Classes);
            json.WriteString("hidden", Base64(hidden));
            json.WriteString("output", Base64(output));
            json.WritePropertyName("calibration");
            Calibration.Write(json);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    public static float[] Features(NumberInk ink, Blob blob)
    {
        var features = new float[Inputs];
        var shape = GlyphShape.Of(ink.Image, blob, ink.Black, ink.White);
        for (var i = 0; i < shape.Length; i++)
            features[i] = 4 * shape[i];
        features[GlyphShape.Size] = (float)Math.Clamp(Math.Log((double)blob.Width / blob.Height), -3, 3);
        features[GlyphShape.Size + 1] = 1;
        return features;
    }

    /// <summary>Probability of every class.</summary>
    public float[] Classify(float[] features)
    {
        var activations = new float[HiddenUnits + 4];
        return Classify(features, activations);
    }

    /// <summary>As above; leaves the hidden activations in <paramref name="activations"/> (hidden + 4).</summary>
    public float[] Classify(float[] features, float[] activations)
    {
        for (var j = 0; j < HiddenUnits; j++)
            activations[j] = Math.Max(0, Dot(hidden.AsSpan(j * Inputs, Inputs), features));
        activations[HiddenUnits] = 1;
        var scores = new float[Classes.Length];
        for (var k = 0; k < scores.Length; k++)
            scores[k] = Dot(output.AsSpan(k * activations.Length, activations.Length), activations);
        var highest = scores.Max();
        float sum = 0;
        for (var k = 0; k < scores.Length; k++)
            sum += scores[k] = MathF.Exp(scores[k] - highest);
        for (var k = 0; k < scores.Length; k++)
            scores[k] /= sum;
        return scores;
    }

    /// <summary>Both lengths are the same multiple of four.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector128<float>.Zero;
        for (var i = 0; i < a.Length; i += 4)
            sum += Vector128.Create(a.Slice(i, 4)) * Vector128.Create(b.Slice(i, 4));
        return Vector128.Sum(sum);
    }

    private static string Base64(float[] weights) =>
        Convert.ToBase64String(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(weights, weight => (Half)weight)));

    private static float[] Weights(JsonElement text) =>
        Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(text.GetBytesFromBase64()).ToArray(), weight => (float)weight);
}
