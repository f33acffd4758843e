using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a lending market's oracle last said of each asset.</summary>
internal sealed class OraclePrices
{
    private readonly Int128[] _unitsPerDollarTick;
    private readonly Price[] _prices;

    public OraclePrices(IReadOnlyList<LendingAsset> assets)
    {
        _prices = [.. assets.Select(asset => Price.FromTicks(asset.IsDollar ? LendingAsset.TicksPerDollar : 0))];
        _unitsPerDollarTick = [.. assets.Select(asset => LendingAsset.TicksPerDollar * PowerOfTen(asset.Decimals))];
    }

    public Price this[int asset]
    {
        get => _prices[asset];
        set => _prices[asset] = value;
    }

    /// <summary>Dollars for one smallest unit.</summary>
    public Rational OfUnit(int asset) => Rational.FromFraction(_prices[asset].Ticks, _unitsPerDollarTick[asset]);

    /// <summary>Dollars.</summary>
    public Rational Worth(int asset, Money amount) =>
        Rational.FromFraction((Int128)amount.MinorUnits * _prices[asset].Ticks, _unitsPerDollarTick[asset]);

    /// <summary>Smallest units of one asset for one of another.</summary>
    public Rational Between(int asset, int other) => OfUnit(asset) / OfUnit(other);

    /// <summary>Highest price of a collateral at which less than a debt in dollars may be owed against it.</summary>
    /// <param name="held">Positive.</param>
    /// <param name="factor">Share of the collateral's worth that may be owed.</param>
    public long HighestBelow(int collateral, Money held, Rational factor, Rational debt)
    {
        Rational ticks =
            debt
            * Rational.FromFraction(_unitsPerDollarTick[collateral], 1)
            / (Rational.FromInteger(held.MinorUnits) * factor);
        return Rational.Min(ticks, Rational.FromInteger(long.MaxValue)).ToInt64(Rounding.Ceiling) - 1;
    }

    private static Int128 PowerOfTen(int power)
    {
        Int128 result = 1;
        for (int i = 0; i < power; i++)
        {
            result *= 10;
        }

        return result;
    }
}
