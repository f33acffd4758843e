using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a lending market lends or takes as collateral, counted in whole smallest units.</summary>
/// <param name="Symbol">Such as ETH or USDC.</param>
/// <param name="Decimals">A smallest unit is 10 to the minus this power; from 0 to 18.</param>
/// <param name="Factor">Share of its value that may be owed against it: liquidation threshold, collateral factor or one over Maker's ratio; from 0 to 1.</param>
/// <param name="Bonus">Over the debt repaid, such as 0.05; not negative. Maker: the penalty.</param>
public sealed record LendingAsset(string Symbol, int Decimals, Rational Factor, Rational Bonus)
{
    /// <summary>Of one dollar in the ticks of an oracle's price: eight decimals, as Aave's and Chainlink's feeds have.</summary>
    public const long TicksPerDollar = 100_000_000;

    /// <summary>A token that is taken to be worth a dollar at all times: it has no oracle.</summary>
    public bool IsDollar { get; private init; }

    /// <summary>A dollar token, which is lent and never collateral.</summary>
    public static LendingAsset Dollar(string symbol, int decimals) =>
        new(symbol, decimals, Rational.Zero, Rational.Zero) { IsDollar = true };
}
