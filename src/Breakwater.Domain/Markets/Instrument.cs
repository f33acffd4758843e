namespace Breakwater.Domain;

/// <summary>A linear perpetual future: it settles in the currency in which it is quoted.</summary>
/// <remarks>
/// The one place where a price and a quantity become money. Ticks and lots are chosen so that one lot moving one tick is a
/// whole number of minor units: products are exact and nothing is rounded.
/// </remarks>
public sealed class Instrument
{
    /// <param name="symbol">As the venue writes it, such as BTCUSDT.</param>
    /// <param name="tickSize">Smallest step of the price, in quote currency; positive.</param>
    /// <param name="lotSize">Smallest step of the quantity, in base currency; positive.</param>
    /// <exception cref="ArgumentException">One lot times one tick is not a whole, positive number of minor units.</exception>
    public Instrument(InstrumentId id, string symbol, Currency settlement, decimal tickSize, decimal lotSize)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lotSize);
        if (!DecimalScale.TryCount(tickSize * lotSize, settlement.MinorUnit, out long minorUnits))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{symbol}: one lot ({lotSize}) moving one tick ({tickSize}) must be a whole number of {settlement.Code} {settlement.MinorUnit}"
                )
            );
        }

        Id = id;
        Symbol = symbol;
        Settlement = settlement;
        TickSize = tickSize;
        LotSize = lotSize;
        MinorUnitsPerTickLot = minorUnits;
    }

    public InstrumentId Id { get; }

    public string Symbol { get; }

    public Currency Settlement { get; }

    public decimal TickSize { get; }

    public decimal LotSize { get; }

    /// <summary>Money that one lot gains when the price rises one tick; in minor units of the settlement currency.</summary>
    public long MinorUnitsPerTickLot { get; }

    /// <summary>Price times quantity, exact, with the sign of the quantity.</summary>
    /// <exception cref="OverflowException">The product does not fit 64 bits of minor units.</exception>
    public Money Notional(Price price, Quantity quantity) =>
        Money.FromMinorUnits(checked(price.Ticks * MinorUnitsPerTickLot * quantity.Lots));

    /// <returns>False where the value is not on the tick grid.</returns>
    public bool TryPrice(decimal value, out Price price)
    {
        bool exact = DecimalScale.TryCount(value, TickSize, out long ticks);
        price = Price.FromTicks(ticks);
        return exact;
    }

    /// <returns>False where the value is not on the lot grid.</returns>
    public bool TryQuantity(decimal value, out Quantity quantity)
    {
        bool exact = DecimalScale.TryCount(value, LotSize, out long lots);
        quantity = Quantity.FromLots(lots);
        return exact;
    }

    public decimal ToDecimal(Price price) => price.Ticks * TickSize;

    public decimal ToDecimal(Quantity quantity) => quantity.Lots * LotSize;
}
