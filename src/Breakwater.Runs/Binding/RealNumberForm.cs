using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class RealNumberForm()
    : TextForm<RealNumber>($"(-?)({Number})", "a number, such as \"-0.131\"", "number")
{
    protected override bool TryRead(Match match, out RealNumber value)
    {
        double magnitude = (double)DecimalOf(match.Groups[2]);
        value = new RealNumber(match.Groups[1].Length > 0 ? -magnitude : magnitude);
        return true;
    }
}
