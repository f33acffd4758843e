using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class AmountForm()
    : TextForm<Amount>($"({Number}) ([A-Z][A-Z0-9]*)", "an amount with its unit, such as \"133500 BTC\"")
{
    protected override bool TryRead(Match match, out Amount value)
    {
        value = new Amount(DecimalOf(match.Groups[1]), match.Groups[2].Value);
        return true;
    }
}
