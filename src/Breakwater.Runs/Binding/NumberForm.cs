using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class NumberForm() : TextForm<double>(Number, "a number above 0, such as \"2.6\"", "number")
{
    protected override bool TryRead(Match match, out double value)
    {
        value = (double)DecimalOf(match);
        return value > 0;
    }
}
