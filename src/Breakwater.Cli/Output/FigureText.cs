using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Figures of claims in words that a newspaper would print.</summary>
internal static class FigureText
{
    private const int MostDecimals = 15;

    private static readonly (double Size, string Word)[] s_sizes =
    [
        (1e12, "trillion"),
        (1e9, "billion"),
        (1e6, "million"),
    ];

    public static string Claimed(CheckedClaim claim)
    {
        string relation = claim.Relation switch
        {
            ClaimRelation.Above => "above ",
            ClaimRelation.Below => "below ",
            ClaimRelation.Positive => "above ",
            _ => "",
        };
        string upTo = claim.ClaimedTo is { } to ? $" to {Of(to, claim.Unit)}" : "";
        return relation + Of(claim.Claimed, claim.Unit) + upTo;
    }

    public static string Found(double value, double? upTo, string unit) =>
        Of(value, unit) + (upTo is { } to ? $" to {Of(to, unit)}" : "");

    public static string Of(double value, string unit) =>
        unit switch
        {
            "USD" => Amount(value) + " dollars",
            "ratio" => Number(100 * value, "0.##") + " %",
            "month" => Number(value, "0000-00"),
            "index" => Number(value, "0"),
            "x" => Number(value, "0.##") + "x",
            _ => $"{Number(value, "#,##0.##")} {unit}",
        };

    /// <summary>Rounded to six digits, or from a thousand on to hundredths.</summary>
    public static string Digits(double value)
    {
        double size = Math.Abs(value);
        int whole = size == 0 ? 0 : (int)Math.Floor(Math.Log10(size));
        int decimals = size >= 1000 ? 2 : Math.Clamp(5 - whole, 0, MostDecimals);
        return Number(value, "#,##0." + new string('#', decimals));
    }

    /// <param name="number">As JSON writes it.</param>
    public static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string Amount(double value)
    {
        foreach ((double size, string word) in s_sizes)
        {
            if (Math.Abs(value) >= size)
            {
                return $"{Number(value / size, "#,##0.##")} {word}";
            }
        }

        return Number(value, "#,##0.##");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
