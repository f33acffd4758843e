using System.Globalization;
using System.Text.RegularExpressions;

namespace Breakwater.Runs;

/// <summary>A change that multiplies what stands there: "* 2", "* 0.5" or "* 1/4".</summary>
internal static partial class Multiple
{
    public static bool TryParse(string text, out decimal factor)
    {
        Match match = Pattern.Match(text);
        decimal over = match.Groups["over"].Success ? NumberOf(match.Groups["over"]) : 1;
        bool isMultiple = match.Success && over != 0;
        factor = isMultiple ? NumberOf(match.Groups["number"]) / over : 0;
        return isMultiple;
    }

    /// <returns>The product in the unit of what stands there; null where that is no number.</returns>
    public static string? Of(string text, decimal factor)
    {
        Match match = Measured.Match(text);
        if (!match.Success)
        {
            return null;
        }

        decimal product = decimal.Round(NumberOf(match.Groups["number"]) * factor, 12);
        return product.ToString("0.############", CultureInfo.InvariantCulture) + match.Groups["unit"].Value;
    }

    private static decimal NumberOf(Group digits) =>
        decimal.Parse(digits.Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\* ?(?<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?:/(?<over>[0-9]{1,9}))?$",
        RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(
        "^(?<number>[0-9][0-9_]{0,18}(?:[.][0-9]{1,12})?)(?<unit> ?[A-Za-z%][A-Za-z0-9%]*)?$",
        RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Measured { get; }
}
