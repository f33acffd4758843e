using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What closing lots of one position must bring, so that the account's other positions stand no worse: as it stood before.</summary>
/// <remarks>Prices are in minor units for each lot until they are rounded to a tick. Source: docs/venues/dydx-v4.md.</remarks>
internal readonly struct ClosingTerms
{
    // In ticks, beyond any price.
    private static readonly Rational s_farthest = Rational.FromInteger(1L << 62);

    private readonly InstrumentRules _listed;
    private readonly Quantity _lots;
    private readonly Money _cost;
    private readonly Price _mark;
    private readonly MarginState _account;
    private readonly Money _maintenance;
    private readonly int _weight;

    public ClosingTerms(Ledger ledger, Margins margins, int position, MarginState account)
        : this(
            margins.RulesOf(position),
            ledger.Position(position).Lots,
            ledger.Position(position).Cost,
            margins.MarkOf(position),
            account,
            margins.Maintenance(ledger.Position(position)),
            ledger.Account(ledger.Position(position).Account).Weight
        ) { }

    /// <param name="lots">Of the whole position, signed.</param>
    /// <param name="maintenance">Of the whole position.</param>
    public ClosingTerms(
        InstrumentRules listed,
        Quantity lots,
        Money cost,
        Price mark,
        MarginState account,
        Money maintenance,
        int weight
    )
    {
        (_listed, _lots, _cost, _mark) = (listed, lots, cost, mark);
        (_account, _maintenance, _weight) = (account, maintenance, weight);
    }

    private Rational PricePerLot => Whole(_listed.Instrument.Notional(_mark, Quantity.FromLots(1)));

    /// <summary>Up to a tick for a sale, down for a purchase; at least one tick.</summary>
    public long FillableTicks(Rational bankruptcyAdjustment, Rational spreadToMaintenance)
    {
        Rational price = FillablePrice.Of(
            Rational.FromInteger(_lots.Lots),
            PricePerLot,
            Whole(_maintenance),
            Whole(_account.Equity),
            Whole(_account.Maintenance),
            bankruptcyAdjustment,
            spreadToMaintenance
        );
        Rational tick = Rational.FromInteger(_listed.Instrument.MinorUnitsPerTickLot);
        return FillablePrice.ToSubticks(price, tick, Rational.One, _lots.IsLong).ToInt64(Rounding.Floor);
    }

    /// <summary>The worst price, in ticks, at which closing so many lots costs the fund no more than an amount; zero or less where there is none.</summary>
    public long AffordableTicks(Quantity size, Money loss)
    {
        Rational least = ClosingQuote(size) - Whole(loss);
        Rational perTick = Rational.FromInteger(_listed.Instrument.MinorUnitsPerTickLot * size.Lots);
        return _lots.IsLong ? (least / perTick).ToInt64(Rounding.Ceiling) : (-least / perTick).ToInt64(Rounding.Floor);
    }

    /// <summary>The fund's: a share of what a fill brings beyond the bankruptcy price; what it lacks, negative.</summary>
    public Money SurplusOf(in Execution done, Rational maxFee)
    {
        Rational lots = Rational.FromInteger(done.Filled.Lots);
        Rational surplus = FundShare.OfSurplus(
            _lots.IsLong ? -lots : lots,
            Whole(done.Notional) / lots,
            ClosingQuote(done.Filled),
            maxFee,
            Rational.One
        );
        return Money.FromMinorUnits(surplus.ToInt64(Rounding.Floor));
    }

    private Rational ClosingQuote(Quantity size)
    {
        Rational lots = Rational.FromInteger(size.Lots);
        return BankruptcyPrice.ClosingQuote(
            _lots.IsLong ? -lots : lots,
            PricePerLot,
            Whole(_account.Equity),
            Whole(_maintenance - MaintenanceWithout(size)),
            Whole(_account.Maintenance),
            Rational.One
        );
    }

    private Money MaintenanceWithout(Quantity size)
    {
        Quantity left = _lots.IsLong ? _lots - size : _lots + size;
        if (left.IsZero)
        {
            return Money.Zero;
        }

        Money cost = _cost - CostShare.Of(_cost, size, _lots);
        return _listed.Maintenance(left, _listed.Instrument.Notional(_mark, left), cost, _weight);
    }

    private static Rational Whole(Money amount) => Rational.FromInteger(amount.MinorUnits);
}
