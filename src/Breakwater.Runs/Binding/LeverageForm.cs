using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class LeverageForm()
    : TextForm<Leverage>(@"([0-9]{1,4}(?:\.[0-9]{1,2})?)x", "a leverage from 1x up, such as \"30x\"")
{
    protected override bool TryRead(Match match, out Leverage value)
    {
        value = default;
        int hundredths = (int)(DecimalOf(match.Groups[1]) * 100);
        if (hundredths < 100)
        {
            return false;
        }

        value = Leverage.FromHundredths(hundredths);
        return true;
    }
}
