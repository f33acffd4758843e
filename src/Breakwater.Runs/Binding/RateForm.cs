using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class RateForm()
    : TextForm<Rate>($"(-?)({Number}) ?%", "a rate from -100 % to 100 %, such as \"0.00125 %\" or \"-0.01 %\"")
{
    protected override bool TryRead(Match match, out Rate value)
    {
        value = default;
        decimal percent = DecimalOf(match.Groups[2]);
        if (percent > 100)
        {
            return false;
        }

        value = Rate.FromDecimal((match.Groups[1].Length == 1 ? -percent : percent) / 100);
        return true;
    }
}
