using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue lists and how it margins it.</summary>
public sealed record InstrumentRules(Instrument Instrument, MarginSchedule Margin)
{
    /// <summary>Price of the notional that maintenance margin is taken on.</summary>
    public MarginBasis MaintenanceAt { get; init; } = MarginBasis.Mark;

    /// <summary>Charged on the notional that a liquidation order fills, from 0 to below 1; null where it is the venue's.</summary>
    public Rate? ClearanceFee { get; init; }

    /// <summary>Equity equal to maintenance margin liquidates; else it must be below. Alike at all of a venue's instruments.</summary>
    public bool LiquidatesAtEquality { get; init; }

    /// <summary>
    /// The taker fee, where a cross account's maintenance margin holds the fee for closing each position at its own bankruptcy
    /// price; zero where it does not. Under isolated margin the same fee is set aside with the margin: the two cancel, and
    /// neither is kept.
    /// </summary>
    public Rate ReservedFee { get; init; }

    /// <summary>The fee for closing a position at the bankruptcy price that its leverage gives it, rounded up.</summary>
    /// <param name="lots">Signed.</param>
    /// <param name="cost">At entry; signed.</param>
    public Money ReserveFor(Quantity lots, Money cost, Leverage leverage)
    {
        if (ReservedFee == Rate.Zero)
        {
            return Money.Zero;
        }

        Int128 hundredths = leverage.Hundredths;
        Int128 ofCost = (Int128)cost.Magnitude.MinorUnits * (lots.IsLong ? hundredths - 100 : hundredths + 100);
        return Money.FromMinorUnits(
            new Fraction(ofCost * ReservedFee.Numerator, hundredths * ReservedFee.Denominator).ToInt64(Rounding.Ceiling)
        );
    }

    /// <param name="lots">Signed.</param>
    /// <param name="value">At the mark; signed.</param>
    /// <param name="cost">At entry; signed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Maintenance(Quantity lots, Money value, Money cost, int weight)
    {
        Money notional = MaintenanceAt == MarginBasis.Mark ? value : cost;
        return Margin.Maintenance(notional.Magnitude, lots, weight);
    }

    /// <summary>What a position adds to its margin account: profit to equity, and its maintenance margin.</summary>
    /// <param name="lots">Signed; not zero.</param>
    /// <param name="crossLeverage">Null under isolated margin.</param>
    public MarginState StateOf(Quantity lots, Price entry, Price mark, int weight, Leverage? crossLeverage)
    {
        Money value = Instrument.Notional(mark, lots);
        Money cost = Instrument.Notional(entry, lots);
        Money reserve = crossLeverage is { } leverage ? ReserveFor(lots, cost, leverage) : Money.Zero;
        return new MarginState(value - cost, Maintenance(lots, value, cost, weight) + reserve, LiquidatesAtEquality);
    }
}
