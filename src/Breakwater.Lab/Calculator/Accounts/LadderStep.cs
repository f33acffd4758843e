using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>What a venue's ladder does next with a position in liquidation.</summary>
/// <param name="Order">immediateOrCancel, fillOrKill, market, takeOver, liquidator or deleverage.</param>
/// <param name="Quantity">In the question's unit: coins or quote currency, contracts multiplied out.</param>
/// <param name="Limit">Null where any price will do, or where there is no positive one.</param>
internal readonly record struct LadderStep(string Order, Rational Quantity, Rational? Limit)
{
    private static readonly Rational s_smallest = Rational.FromFraction(1, 1_000_000_000);

    public bool IsTakeOver => Order == "takeOver";

    /// <summary>Filled by the market or by a liquidator, so that a fee is due.</summary>
    public bool IsOrder => !IsTakeOver && Order != "deleverage";

    /// <param name="block">What the present block has taken already; null where it has taken nothing.</param>
    public static LadderStep Of(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        BlockQuestion? block = null
    )
    {
        LadderRules ladder = rules.Ladder;
        Rational all = position.Holding.Quantity;
        Rational? bankruptcy = account.BankruptcyPriceOf(position);
        Rational? limit = ladder.OrderLimitedAtBankruptcyPrice ? bankruptcy : null;
        var takeOver = new LadderStep("takeOver", all, bankruptcy);
        if (DeleveragesAtOnce(rules) && account.EquityOf(position).IsNegative)
        {
            return new LadderStep("deleverage", all, null);
        }

        if (TakesOver(ladder) && account.EquityOf(position) < ladder.TakeOverBelow * account.RequiredOf(position))
        {
            return takeOver;
        }

        return ladder.Kind switch
        {
            LadderKind.OneOrder or LadderKind.OrderThenAssignment => new LadderStep("immediateOrCancel", all, limit),
            LadderKind.ShareThenAll => new LadderStep(
                "market",
                position.Value > ladder.PartialAbove ? ToLot(all * ladder.PartialShare, position) : all,
                limit
            ),
            LadderKind.Slices => new LadderStep("market", SliceOf(ladder, position, all), limit),
            LadderKind.TierByTier => DownBy(1, position) is { IsPositive: true } excess
                ? new LadderStep(ladder.FillOrKill ? "fillOrKill" : "immediateOrCancel", excess, bankruptcy)
                : takeOver,
            LadderKind.TwoTiersDown => MeetsFirstTier(account, position)
            && DownBy(2, position) is { IsPositive: true } excess
                ? new LadderStep("immediateOrCancel", excess, bankruptcy)
                : takeOver,
            LadderKind.BlockLimits => new LadderStep(
                "immediateOrCancel",
                BlockLimits.QuantityOf(rules, position, all, block),
                FillableOf(ladder, account, position)
            ),
            LadderKind.CoverShortage => Cover(rules, account, position),
            _ => takeOver,
        };
    }

    // Where blocks are limited an order is tried first whatever the equity.
    private static bool DeleveragesAtOnce(RuleSet rules) =>
        rules.Deleveraging.Trigger == DeleveragingTrigger.NegativeEquity && rules.Ladder.Kind != LadderKind.BlockLimits;

    // Others go on with orders, volunteers or liquidators however little equity there is.
    private static bool TakesOver(LadderRules ladder) =>
        ladder.Kind is not (LadderKind.BlockLimits or LadderKind.CoverShortage or LadderKind.OrderThenAssignment);

    // What exceeds the limit of the tier so many tiers below the present one, rounded up to the lot; zero where there is none.
    private static Rational DownBy(int tiers, PositionMargin position)
    {
        IMarginRequirements schedule = position.Requirements;
        int tier = schedule.TierOf(position.Value, position.Holding.Quantity);
        return tier >= tiers
            ? ToLot(
                LiquidationSize.DownTo(
                    position.Holding,
                    schedule.Tier(tier - tiers + 1, position.Holding.Quantity).Floor,
                    schedule.Measure
                ),
                position
            )
            : Rational.Zero;
    }

    private static bool MeetsFirstTier(MarginAccount account, PositionMargin position)
    {
        Requirement first = position.Requirements.Tier(0, position.Holding.Quantity);
        Rational others = account.RequiredOf(position) - position.Required;
        Rational asked = first.Maintenance(position.Value) + position.FeeInMaintenance + others;
        return account.EquityOf(position) > asked;
    }

    private static Rational? FillableOf(LadderRules ladder, MarginAccount account, PositionMargin position)
    {
        Rational maintenance = account.MaintenanceOf(position);
        if (!maintenance.IsPositive)
        {
            return null;
        }

        Rational size = position.Holding.Side > 0 ? position.Holding.Quantity : -position.Holding.Quantity;
        Rational price = FillablePrice.Of(
            size,
            position.Holding.Mark,
            position.Maintenance,
            account.EquityOf(position),
            maintenance,
            ladder.BankruptcyAdjustment,
            ladder.SpreadToMaintenance
        );
        return price.IsPositive ? price : null;
    }

    private static LadderStep Cover(RuleSet rules, MarginAccount account, PositionMargin position)
    {
        LadderRules ladder = rules.Ladder;
        Rational asked = account.RequiredOf(position) + ladder.MarginBuffer * account.NotionalOf(position);
        Rational shortage = asked - account.EquityOf(position);
        Rational all = position.Holding.Quantity;
        Rational? enough = LiquidationSize.ToCoverShortage(
            shortage,
            position.Holding.Mark,
            position.Asked.MaintenanceRate + ladder.MarginBuffer,
            ladder.LiquidatorFee,
            rules.ClearanceFeeOf(position.Listing),
            s_smallest
        );
        Rational fee = position.Holding.Side > 0 ? -ladder.LiquidatorFee : ladder.LiquidatorFee;
        Rational price = position.Holding.Mark * (Rational.One + fee);
        return new LadderStep(
            "liquidator",
            enough is { } size && size < all ? ToLot(Rational.Max(size, s_smallest), position) : all,
            price
        );
    }

    /// <summary>The next slice of what is open.</summary>
    public static Rational SliceOf(LadderRules ladder, PositionMargin position, Rational open) =>
        ToLot(open * ladder.PartialShare, position);

    private static Rational ToLot(Rational quantity, PositionMargin position)
    {
        Rational lot = position.Listing is { } listing ? listing.Lot * listing.ContractSize : Rational.Zero;
        return lot.IsPositive
            ? Rational.Min(quantity.RoundTo(lot, Rounding.Ceiling), position.Holding.Quantity)
            : quantity;
    }
}
