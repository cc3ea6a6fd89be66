namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Cross-entropy by Adam (Kingma and Ba 2015) in minibatches; one seed gives one model.</summary>
internal sealed class PerceptronTraining(int hiddenUnits, int epochs, int seed)
{
    private const int Batch = 32;
    private const float Decay = 2e-5f;
    private const float Rate = 0.002f;

    private readonly float[] hidden = new float[hiddenUnits * DigitModel.Inputs];
    private readonly float[] output = new float[DigitModel.Classes.Length * (hiddenUnits + 4)];

    public DigitModel Train(IReadOnlyList<GlyphSample> samples, CancellationToken cancellation)
    {
        var random = new Random(seed);
        Fill(hidden, random, 0.06);
        Fill(output, random, 0.1);
        var model = new DigitModel(hidden, output);
        var (hiddenStep, outputStep) = (new Adam(hidden), new Adam(output));
        var order = Enumerable.Range(0, samples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var rate = Rate * (1 - epoch / (float)epochs) + 0.00005f;
            for (var start = 0; start + Batch <= order.Length; start += Batch)
            {
                foreach (var index in order.AsSpan(start, Batch))
                    Accumulate(model, samples[index], hiddenStep.Gradient, outputStep.Gradient);
                hiddenStep.Take(rate);
                outputStep.Take(rate);
            }
        }

        return model;
    }

    private void Accumulate(DigitModel model, GlyphSample sample, float[] hiddenGradient, float[] outputGradient)
    {
        var activations = new float[hiddenUnits + 4];
        var errors = model.Classify(sample.Features, activations);
        errors[sample.Class] -= 1;
        var back = new float[activations.Length];
        for (var k = 0; k < errors.Length; k++)
        {
            Add(outputGradient.AsSpan(k * activations.Length, activations.Length), activations, errors[k]);
            Add(back, output.AsSpan(k * activations.Length, activations.Length), errors[k]);
        }

        for (var j = 0; j < hiddenUnits; j++)
            if (activations[j] > 0)
                Add(hiddenGradient.AsSpan(j * DigitModel.Inputs, DigitModel.Inputs), sample.Features, back[j]);
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> values, float factor)
    {
        var scale = System.Runtime.Intrinsics.Vector128.Create(factor);
        for (var i = 0; i < target.Length; i += 4)
            System.Runtime.Intrinsics.Vector128.CopyTo(
                System.Runtime.Intrinsics.Vector128.Create<float>(target.Slice(i, 4)) + scale * System.Runtime.Intrinsics.Vector128.Create(values.Slice(i, 4)), target.Slice(i, 4));
    }

    private static void Fill(float[] weights, Random random, double deviation)
    {
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private sealed class Adam(float[] weights)
    {
        private readonly float[] mean = new float[weights.Length];
        private readonly float[] variance = new float[weights.Length];
        private int steps;

        public float[] Gradient { get; } = new float[weights.Length];

        public void Take(float rate)
        {
            steps++;
            var (first, second) = (1 - MathF.Pow(0.9f, steps), 1 - MathF.Pow(0.999f, steps));
            for (var i = 0; i < weights.Length; i++)
            {
                var gradient = Gradient[i] / Batch + Decay * weights[i];
                mean[i] = 0.9f * mean[i] + 0.1f * gradient;
                variance[i] = 0.999f * variance[i] + 0.001f * gradient * gradient;
                weights[i] -= rate * (mean[i] / first) / (MathF.Sqrt(variance[i] / second) + 1e-8f);
            }

            Array.Clear(Gradient);
        }
    }
}
