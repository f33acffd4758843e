using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>An asset of a lending market.</summary>
/// <param name="Coin">Index of the coin whose prices it follows; null for a dollar token.</param>
public sealed record LendingListing(LendingAsset Asset, int? Coin)
{
    /// <summary>Of a coin: a smallest unit is a hundred-millionth.</summary>
    public const int CoinDecimals = 8;

    /// <summary>Of a dollar token: a smallest unit is a millionth.</summary>
    public const int DollarDecimals = 6;
}
