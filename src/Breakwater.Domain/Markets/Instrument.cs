using System.Runtime.CompilerServices;

namespace Breakwater.Domain;

/// <summary>A perpetual future: linear, settled in the currency in which it is quoted, or inverse, settled in the coin.</summary>
/// <remarks>
/// The one place where a price and a quantity become money. Of a linear one, ticks and lots are chosen so that one lot moving one
/// tick is a whole number of minor units: products are exact and nothing is rounded. An inverse one is worth its quantity, in quote
/// currency, over the price: that is rounded to a minor unit, and each member says which way.
/// </remarks>
public sealed class Instrument
{
    /// <summary>A linear one.</summary>
    /// <param name="symbol">As the venue writes it, such as BTCUSDT.</param>
    /// <param name="tickSize">Smallest step of the price, in quote currency; positive.</param>
    /// <param name="lotSize">Smallest step of the quantity, in base currency; positive.</param>
    /// <exception cref="ArgumentException">One lot times one tick is not a whole, positive number of minor units.</exception>
    public Instrument(InstrumentId id, string symbol, Currency settlement, decimal tickSize, decimal lotSize)
        : this(id, symbol, settlement, tickSize, lotSize, ContractKind.Linear)
    {
        if (!DecimalScale.TryCount(tickSize * lotSize, settlement.MinorUnit, out long minorUnits))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{symbol}: one lot ({lotSize}) moving one tick ({tickSize}) must be a whole number of {settlement.Code} {settlement.MinorUnit}"
                )
            );
        }

        MinorUnitsPerTickLot = minorUnits;
    }

    private Instrument(
        InstrumentId id,
        string symbol,
        Currency settlement,
        decimal tickSize,
        decimal lotSize,
        ContractKind kind
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lotSize);
        Id = id;
        Symbol = symbol;
        Settlement = settlement;
        TickSize = tickSize;
        LotSize = lotSize;
        Kind = kind;
    }

    public InstrumentId Id { get; }

    public string Symbol { get; }

    /// <summary>The coin, for an inverse one.</summary>
    public Currency Settlement { get; }

    public ContractKind Kind { get; }

    public decimal TickSize { get; }

    /// <summary>In base currency; in quote currency for an inverse one.</summary>
    public decimal LotSize { get; }

    /// <summary>Money that one lot gains when the price rises one tick, in minor units of the settlement currency; zero for an inverse one.</summary>
    public long MinorUnitsPerTickLot { get; private init; }

    /// <summary>What one lot is worth at a price of one tick, in minor units of the coin; zero for a linear one.</summary>
    public long MinorUnitsAtOneTick { get; private init; }

    /// <summary>An inverse one: <paramref name="lotSize"/> of quote currency over the price, in the coin.</summary>
    /// <param name="coin">In which it is settled.</param>
    /// <param name="tickSize">Smallest step of the price, in quote currency; positive.</param>
    /// <param name="lotSize">Smallest step of the quantity, in quote currency; positive.</param>
    /// <exception cref="ArgumentException">One lot at a price of one tick is not a whole, positive number of minor units.</exception>
    public static Instrument Inverse(InstrumentId id, string symbol, Currency coin, decimal tickSize, decimal lotSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
        return DecimalScale.TryCount(lotSize / tickSize, coin.MinorUnit, out long minorUnits)
            ? new Instrument(id, symbol, coin, tickSize, lotSize, ContractKind.Inverse)
            {
                MinorUnitsAtOneTick = minorUnits,
            }
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"{symbol}: one lot ({lotSize}) over one tick ({tickSize}) must be a whole number of {coin.Code} {coin.MinorUnit}"
                )
            );
    }

    /// <summary>The same contract in another order of listing.</summary>
    public Instrument NumberedAs(InstrumentId id) =>
        new(id, Symbol, Settlement, TickSize, LotSize, Kind)
        {
            MinorUnitsPerTickLot = MinorUnitsPerTickLot,
            MinorUnitsAtOneTick = MinorUnitsAtOneTick,
        };

    /// <summary>Which way a rise of a position's notional moves its profit: 1 or −1. An inverse contract loses notional as the price rises.</summary>
    /// <param name="position">Signed; not zero.</param>
    public int DirectionOf(Quantity position) => position.IsLong == IsLinear ? 1 : -1;

    /// <summary>Price times quantity, exact, or quantity over price, away from zero to a minor unit; with the sign of the quantity.</summary>
    /// <param name="price">Positive for an inverse one.</param>
    /// <exception cref="OverflowException">It does not fit 64 bits of minor units.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Notional(Price price, Quantity quantity) =>
        IsLinear
            ? Money.FromMinorUnits(checked(price.Ticks * MinorUnitsPerTickLot * quantity.Lots))
            : Over(price, quantity, quantity.IsLong ? Rounding.Ceiling : Rounding.Floor);

    /// <summary>What a fill is booked for on either side: the notional, to the unit, with the sign of <see cref="DirectionOf"/>.</summary>
    /// <remarks>Of opposite quantities opposite, so that the costs of all who trade add up to nothing.</remarks>
    /// <param name="price">Positive for an inverse one.</param>
    /// <exception cref="OverflowException">It does not fit 64 bits of minor units.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Cost(Price price, Quantity change) => Notional(price, IsLinear ? change : -change);

    /// <summary>
    /// The notional with the sign of <see cref="DirectionOf"/>, so that profit is what a value gains. Of an inverse one rounded down:
    /// a position is never worth less than it is said to be.
    /// </summary>
    /// <param name="price">Positive for an inverse one.</param>
    /// <exception cref="OverflowException">It does not fit 64 bits of minor units.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Value(Price price, Quantity position) =>
        IsLinear
            ? Money.FromMinorUnits(checked(price.Ticks * MinorUnitsPerTickLot * position.Lots))
            : Over(price, -position, Rounding.Floor);

    /// <summary>The price at which a quantity has a notional, in ticks.</summary>
    /// <param name="quantity">Positive.</param>
    /// <param name="highest">Of an inverse one: what is answered for anything above it, and where no price is high enough.</param>
    public long TicksAt(Int128 notional, Quantity quantity, Rounding rounding, long highest)
    {
        if (IsLinear)
        {
            return new Fraction(notional, (Int128)MinorUnitsPerTickLot * quantity.Lots).ToInt64(rounding);
        }

        Int128 atOneTick = (Int128)MinorUnitsAtOneTick * quantity.Lots;
        return notional * highest <= atOneTick ? highest : new Fraction(atOneTick, notional).ToInt64(rounding);
    }

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

    /// <summary>In base currency; in quote currency for an inverse one.</summary>
    public decimal ToDecimal(Quantity quantity) => quantity.Lots * LotSize;

    /// <summary>What lots are worth in quote currency at a price; of an inverse one the same at any.</summary>
    public decimal ToQuote(Quantity quantity, decimal price) =>
        IsLinear ? ToDecimal(quantity) * price : ToDecimal(quantity);

    /// <summary>What lots are in base currency at a price; of a linear one the same at any.</summary>
    /// <param name="price">Positive for an inverse one.</param>
    public decimal ToBase(Quantity quantity, decimal price) =>
        IsLinear ? ToDecimal(quantity) : ToDecimal(quantity) / price;

    // Every mark asks: what is multiplied by says it, too.
    private bool IsLinear => MinorUnitsPerTickLot != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Money Over(Price price, Quantity quantity, Rounding rounding) =>
        quantity.IsZero
            ? Money.Zero
            : Money.FromMinorUnits(Fraction.Scale(MinorUnitsAtOneTick, quantity.Lots, price.Ticks, rounding));
}
