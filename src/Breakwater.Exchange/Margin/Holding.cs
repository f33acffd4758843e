using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position as a formula sees it: exact, in units of coin and currency.</summary>
/// <param name="Side">1 for long, -1 for short.</param>
/// <param name="Quantity">Positive; contracts times what a contract is worth, in coin (linear) or in quote currency (inverse).</param>
/// <param name="Entry">Average entry price; positive.</param>
/// <param name="Mark">Positive.</param>
public readonly record struct Holding(ContractKind Kind, int Side, Rational Quantity, Rational Entry, Rational Mark)
{
    /// <summary>Which way a rise of the position's value moves its profit: an inverse contract loses value as the price rises.</summary>
    public int Direction => Kind == ContractKind.Linear ? Side : -Side;

    /// <summary>Notional at the mark, in the settlement currency.</summary>
    public Rational Value => ValueAt(Mark);

    public Rational EntryValue => ValueAt(Entry);

    public Rational UnrealisedProfit => ProfitAt(Mark);

    public Rational ValueAt(Rational price) => Kind == ContractKind.Linear ? Quantity * price : Quantity / price;

    public Rational ProfitAt(Rational price) => Signed(ValueAt(price) - EntryValue);

    /// <summary>The price at which the notional is a given amount.</summary>
    /// <param name="value">Positive.</param>
    public Rational PriceAt(Rational value) => Kind == ContractKind.Linear ? value / Quantity : Quantity / value;

    public Rational Signed(Rational value) => Direction > 0 ? value : -value;
}
