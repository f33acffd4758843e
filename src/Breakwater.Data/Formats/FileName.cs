using System.Globalization;
using System.Text.RegularExpressions;

namespace Breakwater.Data;

/// <summary>What names of market data files say: the instrument comes first or after a venue, a day in ISO form follows.</summary>
internal static partial class FileName
{
    /// <returns>Empty where the name says none.</returns>
    public static string Instrument(string name)
    {
        Match match = InstrumentPattern().Match(name);
        return match.Value.ToUpperInvariant().Replace("_USDT_USDT", "USDT", StringComparison.Ordinal);
    }

    /// <returns>Null where the name says none, or several.</returns>
    public static DateOnly? Day(string name)
    {
        MatchCollection matches = DayPattern().Matches(name);
        return
            matches.Count == 1
            && DateOnly.TryParseExact(
                matches[0].Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
            ? day
            : null;
    }

    /// <summary>Words that end in a currency: BTCUSDT, BTCUSD_PERP, BTC_USDT_USDT, BTC-USD, btcusdt.</summary>
    [GeneratedRegex(
        "(?<![A-Z0-9])[0-9]{0,7}[A-Z]{2,12}[-_]?(USDT|USDC|USD|EUR|BTC|FDUSD)(_USDT|_PERP|_[0-9]{6})?(?![A-Z0-9])|(?<![a-z0-9])[a-z]{2,10}(usdt|usdc|usd)(?![a-z0-9])",
        RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex InstrumentPattern();

    [GeneratedRegex("20[0-9]{2}-[01][0-9]-[0-3][0-9]", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex DayPattern();
}
