using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What lots of an instrument are in coins and in dollars. Floating point: for behaviour, never for a balance.</summary>
/// <remarks>A lot of a linear contract is so many coins at any price, one of an inverse contract so many dollars.</remarks>
public sealed class LotScale(Instrument instrument)
{
    private readonly double _lot = (double)instrument.LotSize;
    private readonly bool _isInverse = instrument.Kind == ContractKind.Inverse;

    public double CoinsOf(double lots, double price) => _isInverse ? lots * _lot / price : lots * _lot;

    public double DollarsOf(double lots, double price) => _isInverse ? lots * _lot : price * lots * _lot;

    /// <summary>Not rounded.</summary>
    public double LotsForCoins(double coins, double price) => _isInverse ? coins * price / _lot : coins / _lot;

    /// <summary>Not rounded.</summary>
    public double LotsForDollars(double dollars, double price) => dollars / DollarsPerLot(price);

    public double DollarsPerLot(double price) => _isInverse ? _lot : price * _lot;
}
