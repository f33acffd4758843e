using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue's ladder does next with a position, where its orders fill whole and at the mark.</summary>
/// <remarks>
/// The same steps as <see cref="LiquidationLadder"/> takes: docs/models/liquidation.md. Limits of blocks are left out: what one
/// block leaves the next few take.
/// </remarks>
internal sealed class RehearsedLadder(VenueRules rules)
{
    private readonly LiquidationRules _ladder = rules.Liquidation;
    private readonly bool _sendsParts = rules.Liquidation.PartialShare < Rate.One;
    private readonly bool _mayTakeOver =
        rules.Liquidation.Ladder is not (LadderKind.BlockLimits or LadderKind.CoverShortage);
    private readonly bool _takesOverEarly = rules.Liquidation.TakeOverBelow > Rate.Zero;

    /// <param name="account">Liquidatable.</param>
    /// <param name="exposure">Notional of all positions of the margin account.</param>
    /// <param name="wholeOnly">A partial order was sent a short while ago; set by one.</param>
    /// <returns>Lots to order; zero where the position is taken over.</returns>
    public Quantity OrderFor(in RehearsedPosition position, MarginState account, Money exposure, ref bool wholeOnly)
    {
        // Whose equity is negative is past the bankruptcy price, too: a limited order would not fill.
        bool isTakenOver =
            _mayTakeOver
            && (
                account.Equity.IsNegative
                || (_takesOverEarly && account.Equity < _ladder.TakeOverBelow.Of(account.Maintenance, Rounding.Ceiling))
            );
        return isTakenOver ? Quantity.Zero : SizeFor(position, account, exposure, ref wholeOnly);
    }

    /// <summary>What the account pays for an order that fills at the mark; negative where the fund pays what it lacks.</summary>
    /// <param name="account">Before the fill, which changes its equity by nothing.</param>
    /// <param name="ordered">Lots, positive.</param>
    public Money FeeOn(in RehearsedPosition position, MarginState account, Quantity ordered)
    {
        Money notional = position.Rules.Instrument.Notional(position.Mark, ordered);
        if (_ladder.Ladder == LadderKind.BlockLimits)
        {
            var closing = new ClosingTerms(
                position.Rules,
                position.Lots,
                position.Cost,
                position.Mark,
                account,
                position.Maintenance,
                position.Weight
            );
            return closing.SurplusOf(new Execution(ordered, notional, Money.Zero), _ladder.Block!.SurplusFee);
        }

        Money toLiquidator = LiquidatorsPart(position, ordered, notional);
        Money left = Money.Max(account.Equity - toLiquidator, Money.Zero);
        Rate fee = _ladder.ClearanceFeeAt(position.Rules);
        return toLiquidator + Money.Min(fee.Of(notional, Rounding.Ceiling), left);
    }

    private Money LiquidatorsPart(in RehearsedPosition position, Quantity ordered, Money notional)
    {
        if (_ladder.Ladder != LadderKind.CoverShortage)
        {
            return Money.Zero;
        }

        Price price = CoverPrice.ToTick(position.Mark, position.Lots.IsLong, _ladder.LiquidatorFee);
        return (notional - position.Rules.Instrument.Notional(price, ordered)).Magnitude;
    }

    private Quantity SizeFor(in RehearsedPosition position, MarginState account, Money exposure, ref bool wholeOnly) =>
        _ladder.Ladder switch
        {
            LadderKind.TierByTier => DownBy(1, position),
            LadderKind.TwoTiersDown => MeetsFirstTier(position, account) ? DownBy(2, position) : Quantity.Zero,
            LadderKind.TakeOver or LadderKind.TimedDisposal => Quantity.Zero,
            LadderKind.BlockLimits => position.Lots.Magnitude,
            LadderKind.CoverShortage => CoverPrice.Size(
                position.Rules,
                _ladder,
                position.Lots,
                position.Mark,
                position.Weight,
                account,
                exposure
            ),
            _ => ShareOf(position, ref wholeOnly),
        };

    private static Quantity DownBy(int tiers, in RehearsedPosition position)
    {
        Money notional = position.Rules.MaintenanceAt == MarginBasis.Mark ? position.Value : position.Cost;
        return position.Rules.Margin.ExcessOver(tiers, notional.Magnitude, position.Lots, position.Weight);
    }

    private static bool MeetsFirstTier(in RehearsedPosition position, MarginState account)
    {
        Rate lowest = position.Rules.Margin.Tiers[0].MaintenanceRate;
        Money others = account.Maintenance - position.Maintenance;
        return account.Equity > lowest.Of(position.Value.Magnitude, Rounding.Ceiling) + others;
    }

    private Quantity ShareOf(in RehearsedPosition position, ref bool wholeOnly)
    {
        bool partial = _sendsParts && !wholeOnly && position.Value.Magnitude > _ladder.PartialAbove * position.Weight;
        if (!partial)
        {
            return position.Lots.Magnitude;
        }

        wholeOnly = _ladder.PartialCooldown > Duration.Zero;
        return _ladder.PartialShare.Of(position.Lots.Magnitude, Rounding.Ceiling);
    }
}
