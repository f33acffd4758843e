using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class ShareForm()
    : TextForm<Share>(
        $"({Number}) ?%|([0-9]{{1,9}})/([0-9]{{1,9}})",
        "a share from 0 % to 100 %, such as \"0.3 %\" or \"2/3\""
    )
{
    protected override bool TryRead(Match match, out Share value)
    {
        value = default;
        bool percent = match.Groups[1].Success;
        long denominator = percent ? 1 : (long)DecimalOf(match.Groups[3]);
        if (denominator == 0 || (percent && DecimalOf(match.Groups[1]) > 100))
        {
            return false;
        }

        value = new Share(
            percent
                ? Rate.FromDecimal(DecimalOf(match.Groups[1]) / 100)
                : Rate.FromFraction((long)DecimalOf(match.Groups[2]), denominator)
        );
        return value.Rate <= Rate.One;
    }
}
