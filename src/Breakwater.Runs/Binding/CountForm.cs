using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class CountForm()
    : TextForm<int>("[0-9]{1,3}(?:_[0-9]{3}){1,2}|[0-9]{1,9}", "a whole number above 0, such as \"250000\"", "integer")
{
    protected override bool TryRead(Match match, out int value)
    {
        value = (int)DecimalOf(match);
        return value > 0;
    }
}
