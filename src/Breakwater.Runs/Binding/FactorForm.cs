using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class FactorForm()
    : TextForm<Factor>(
        $"({Number}) ?%|([0-9]{{1,9}})/([0-9]{{1,9}})",
        "a percentage or a fraction, such as \"600 %\" or \"2/3\""
    )
{
    protected override bool TryRead(Match match, out Factor value)
    {
        bool percent = match.Groups[1].Success;
        decimal numerator = DecimalOf(match.Groups[percent ? 1 : 2]);
        decimal denominator = percent ? 100 : DecimalOf(match.Groups[3]);
        value =
            denominator == 0
                ? default
                : new Factor(Rational.FromDecimal(numerator) / Rational.FromDecimal(denominator));
        return denominator != 0;
    }
}
