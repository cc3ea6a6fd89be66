namespace GovReportIngest.Core.Evaluate;

/// <summary>Upper 95 % bounds of a rate of errors.</summary>
public static class ErrorBound
{
    private const double Doubt = 0.05;
    private const int Resamples = 1000;

    /// <summary>
    /// Of <paramref name="errors"/> among <paramref name="fields"/> independent fields, one-sided: Clopper and Pearson, "The use of
    /// confidence or fiducial limits" (1934). About 3/n where there are none; 1 where there are no fields.
    /// </summary>
    public static decimal ClopperPearson(int errors, int fields)
    {
        if (errors >= fields)
            return 1;
        var (low, high) = ((double)errors / fields, 1.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(errors, fields, middle) > Doubt ? (middle, high) : (low, middle);
        }

        return Math.Round((decimal)high, 7);
    }

    /// <summary>
    /// Fields of one document err together, so whole documents are drawn anew, with a fixed seed: the rate that 95 % of the draws do
    /// not exceed (Efron, "Bootstrap methods", 1979). 0 where no document has an error.
    /// </summary>
    public static decimal ByDocument(IReadOnlyList<(int Errors, int Fields)> documents)
    {
        if (documents.All(document => document.Errors == 0))
            return 0;
        var random = new Random(1934);
        var rates = new double[Resamples];
        for (var draw = 0; draw < Resamples; draw++)
        {
            var (errors, fields) = (0L, 0L);
            for (var i = 0; i < documents.Count; i++)
                if (documents[random.Next(documents.Count)] is var drawn)
                    (errors, fields) = (errors + drawn.Errors, fields + drawn.Fields);
            rates[draw] = fields == 0 ? 0 : (double)errors / fields;
        }

        Array.Sort(rates);
        return Math.Round((decimal)rates[(int)((1 - Doubt) * Resamples)], 7);
    }

    /// <summary>P(at most so many errors) where every field errs with this rate.</summary>
    private static double AtMost(int errors, int fields, double rate)
    {
        if (rate >= 1)
            return 0;
        var term = fields * Math.Log(1 - rate);
        var sum = Math.Exp(term);
        for (var k = 1; k <= errors; k++)
        {
            term += Math.Log((fields - k + 1.0) / k) + Math.Log(rate) - Math.Log(1 - rate);
            sum += Math.Exp(term);
        }

        return sum;
    }
}
