using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>An asset that counts as margin.</summary>
/// <param name="Name">As the venue writes it, such as BTC.</param>
/// <param name="Unit">Its smallest amount, in which holdings are counted; positive.</param>
/// <param name="Tick">Step of its price, in the settlement currency for a whole one; positive.</param>
/// <param name="Tiers">What parts of one account's amount count for; limits in whole ones.</param>
public sealed record CollateralAsset(string Name, decimal Unit, decimal Tick, IReadOnlyList<CollateralTier> Tiers)
{
    /// <summary>So many whole ones, of so many smallest amounts.</summary>
    public Rational AmountOf(Quantity units) => Rational.FromInteger(units.Lots) * Rational.FromDecimal(Unit);

    /// <summary>Of a whole one, in minor units.</summary>
    public Rational PriceOf(Price price, Currency settlement) =>
        Rational.FromInteger(price.Ticks) * PerTick(settlement);

    /// <summary>
    /// What a holding counts for at a price of one tick, in minor units; an account of weight w is w accounts of a w-th each.
    /// </summary>
    public Rational CountedPerTick(Quantity units, int weight, Currency settlement)
    {
        Rational accounts = Rational.FromInteger(weight);
        return CollateralValue.Of(AmountOf(units) / accounts, PerTick(settlement), Tiers) * accounts;
    }

    /// <summary>The fewest smallest amounts that count for a value, or where none do, that count for the most.</summary>
    /// <param name="value">Not negative.</param>
    public Quantity UnitsFor(Money value, Price price, int weight, Currency settlement)
    {
        Rational accounts = Rational.FromInteger(weight);
        Rational each = Rational.FromInteger(value.MinorUnits) / accounts;
        Rational amount = CollateralValue.AmountFor(each, PriceOf(price, settlement), Tiers) * accounts;
        return Quantity.FromLots((amount / Rational.FromDecimal(Unit)).ToInt64(Rounding.Ceiling));
    }

    private Rational PerTick(Currency settlement) =>
        Rational.FromDecimal(Tick) / Rational.FromDecimal(settlement.MinorUnit);
}
