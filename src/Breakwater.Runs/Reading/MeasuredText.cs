using System.Globalization;
using System.Text.RegularExpressions;

namespace Breakwater.Runs;

/// <summary>A number as files write it, with whatever follows it: "6.5 %", "240 s", "30x", "1_500 USD".</summary>
/// <param name="Unit">What follows the number, the space included; empty for a bare number.</param>
public readonly partial record struct MeasuredText(double Number, string Unit)
{
    private const int SignificantDigits = 5;

    public static bool TryParse(string text, out MeasuredText value)
    {
        Match match = Pattern().Match(text);
        value = match.Success
            ? new MeasuredText(
                double.Parse(
                    match.Groups["number"].Value.Replace("_", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                ),
                match.Groups["unit"].Value
            )
            : default;
        return match.Success;
    }

    /// <summary>To five significant digits, as files write it.</summary>
    public override string ToString()
    {
        if (Number == 0)
        {
            return $"0{Unit}";
        }

        int magnitude = (int)Math.Floor(Math.Log10(Math.Abs(Number)));
        int decimals = Math.Clamp(SignificantDigits - 1 - magnitude, 0, 12);
        string number = Math.Round(Number, decimals).ToString("0.############", CultureInfo.InvariantCulture);
        return number + Unit;
    }

    [GeneratedRegex(
        "^(?<number>-?[0-9][0-9_]*(?:[.][0-9]+)?)(?<unit> ?[A-Za-z%]*)$",
        RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Pattern();
}
