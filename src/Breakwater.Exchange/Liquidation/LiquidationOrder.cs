using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The order that a venue sends to the market for a position in liquidation: how large, and what its fill costs.</summary>
internal sealed class LiquidationOrder(Ledger ledger, Margins margins, IExecutor executor, LiquidationRules rules)
{
    /// <summary>As an order that is about to be sent: a partial one starts the time in which orders are for whole positions.</summary>
    /// <returns>Lots; zero where the venue takes the position over without an order.</returns>
    public Quantity SizeFor(int position, MarginState state)
    {
        Quantity size = NextSize(position, state);
        if (OrdersShares && IsPartial(position))
        {
            ref Account account = ref ledger.Account(ledger.Position(position).Account);
            account.WholePositionsUntil = ledger.Now + rules.PartialCooldown;
        }

        return size;
    }

    public Quantity WholeOf(int position) => ledger.Position(position).Lots.Magnitude;

    /// <returns>Lots; zero where the venue takes the position over without an order.</returns>
    public Quantity NextSize(int position, MarginState state) =>
        rules.Ladder switch
        {
            LadderKind.TierByTier => DownBy(1, position),
            LadderKind.TwoTiersDown => MeetsFirstTier(position, state) ? DownBy(2, position) : Quantity.Zero,
            LadderKind.TakeOver or LadderKind.TimedDisposal => Quantity.Zero,
            _ => ShareOf(position),
        };

    /// <param name="worst">The price that the order accepts at worst; null for any.</param>
    /// <param name="toStep">As <see cref="IExecutor.Reduce"/> has it.</param>
    public Execution Place(int position, Quantity size, Price? worst, Rounding toStep = Rounding.Ceiling)
    {
        ref Position row = ref ledger.Position(position);
        bool wasLong = row.Lots.IsLong;
        Execution done = executor.Reduce(position, size, worst, toStep);
        if (!done.Filled.IsZero)
        {
            ledger.Write(
                MarketEvent.PositionLiquidated(
                    ledger.Now,
                    ledger.InstrumentOf(position),
                    ledger.OwnerOf(position),
                    wasLong ? done.Filled : -done.Filled,
                    done.AveragePrice(ledger.Instruments[row.Instrument])
                )
            );
        }

        return done;
    }

    /// <summary>The venue's fee on what an order filled, at most what equity is left.</summary>
    public void ChargeClearance(int position, Money notional)
    {
        Money fee = rules.ClearanceFeeAt(margins.RulesOf(position)).Of(notional, Rounding.Ceiling);
        Money left = Money.Max(margins.StateOf(position).Equity, Money.Zero);
        ledger.PayToFund(position, Money.Min(fee, left));
    }

    private Quantity DownBy(int tiers, int position)
    {
        ref Position row = ref ledger.Position(position);
        InstrumentRules listed = margins.RulesOf(position);
        Money notional = listed.MaintenanceAt == MarginBasis.Mark ? margins.Value(row) : row.Cost;
        return listed.Margin.ExcessOver(tiers, notional.Magnitude, row.Lots, ledger.Account(row.Account).Weight);
    }

    // Whether the account would stand if the position were charged the rate of the lowest tier.
    private bool MeetsFirstTier(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        Rate lowest = margins.RulesOf(position).Margin.Tiers[0].MaintenanceRate;
        Money others = state.Maintenance - margins.Maintenance(row);
        return state.Equity > lowest.Of(margins.Value(row).Magnitude, Rounding.Ceiling) + others;
    }

    private bool OrdersShares =>
        rules.Ladder
            is not (
                LadderKind.TierByTier
                or LadderKind.TwoTiersDown
                or LadderKind.TakeOver
                or LadderKind.TimedDisposal
            );

    private Quantity ShareOf(int position) =>
        IsPartial(position) ? rules.PartialShare.Of(WholeOf(position), Rounding.Ceiling) : WholeOf(position);

    private bool IsPartial(int position)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        return rules.PartialShare < Rate.One
            && ledger.Now >= account.WholePositionsUntil
            && margins.Value(row).Magnitude > rules.PartialAbove * account.Weight;
    }
}
