namespace GovReportIngest.Storage.Quality;

/// <summary>Numbers that are wrong as a machine is wrong: one digit taken for one that looks like it.</summary>
internal static class LookAlike
{
    private static readonly string[] Confused = ["86", "74", "7", "85", "19", "63", "58", "12", "360", "47"];

    /// <returns>Null where there is no digit.</returns>
    public static string? Of(string number, Random random)
    {
        var digits = Enumerable.Range(0, number.Length).Where(index => char.IsAsciiDigit(number[index])).ToList();
        if (digits.Count == 0)
            return null;
        var place = digits[random.Next(digits.Count)];
        var others = Confused[number[place] - '0'];
        return $"{number[..place]}{others[random.Next(others.Length)]}{number[(place + 1)..]}";
    }
}
