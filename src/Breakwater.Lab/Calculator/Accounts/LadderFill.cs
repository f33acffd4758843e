using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Who has what after a step of the ladder was filled. All that the fill brings goes to one of them.</summary>
/// <param name="Realised">Profit of the closed part as the trader is settled.</param>
/// <param name="Fee">Paid by the trader to the fund.</param>
/// <param name="FundDelta">Fee, share of the surplus and, where the fund pays them, deficits.</param>
/// <param name="MarginAfter">Balance of the margin account that is left, without unrealised profit.</param>
/// <param name="Uncovered">What a closed account owes and the fund does not pay; it is still in the margin.</param>
/// <param name="Forfeited">What a take-over takes beyond the loss at the bankruptcy price; part of the fund's delta.</param>
internal readonly record struct LadderFill(
    Rational Quantity,
    Rational Price,
    Rational Realised,
    Rational Fee,
    Rational FundDelta,
    Rational MarginAfter,
    Rational Uncovered,
    Rational Forfeited
)
{
    public static LadderFill Of(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step,
        Rational quantity,
        Rational price
    )
    {
        Holding closed = position.Holding with { Quantity = quantity };
        bool takesAll = step.IsTakeOver && rules.Ladder.Remainder == Remainder.Taken;
        bool closesAll =
            quantity == position.Holding.Quantity
            && !account.IsUnified
            && (!account.IsCross || account.Positions.Length == 1);
        Rational settled = takesAll ? account.BankruptcyPriceOf(position) ?? price : price;
        Rational realised = closed.ProfitAt(settled);
        Rational margin = account.WalletOf(position) + realised;
        Rational fee = step.IsOrder ? FeeOf(rules, account, position, closed, price, margin) : Rational.Zero;
        Rational fund = fee + (takesAll ? FundShare.OfDifference(closed, price, settled) : Rational.Zero);
        margin -= fee;
        Rational forfeited = takesAll && closesAll ? Rational.Max(margin, Rational.Zero) : Rational.Zero;
        Rational deficit = closesAll ? Rational.Max(-margin, Rational.Zero) : Rational.Zero;
        Rational paid = rules.Fund.PaysDeficits ? deficit : Rational.Zero;
        return new LadderFill(
            quantity,
            price,
            realised,
            fee,
            fund + forfeited - paid,
            margin - forfeited + paid,
            deficit - paid,
            forfeited
        );
    }

    private static Rational FeeOf(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in Holding closed,
        Rational price,
        Rational margin
    )
    {
        if (rules.Ladder.Kind == LadderKind.BlockLimits)
        {
            return SurplusOf(rules, account, position, closed, price);
        }

        Rational others = account.IsCross ? account.Profit - position.Profit : Rational.Zero;
        Rational open = position.Profit - closed.UnrealisedProfit;
        Rational equity = margin + others + open;
        Rational fee = closed.ValueAt(price) * rules.ClearanceFeeOf(position.Listing);
        return Rational.Clamp(fee, Rational.Zero, Rational.Max(equity, Rational.Zero));
    }

    // Negative where the fund pays what the fill is below the bankruptcy price.
    private static Rational SurplusOf(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in Holding closed,
        Rational price
    )
    {
        Rational change = closed.Side > 0 ? -closed.Quantity : closed.Quantity;
        Rational left = position.Holding.Quantity - closed.Quantity;
        Rational released =
            position.Maintenance
            - position.Requirements.Of(left * position.Holding.Mark, left).Maintenance(left * position.Holding.Mark);
        Rational closing = BankruptcyPrice.ClosingQuote(
            change,
            position.Holding.Mark,
            account.EquityOf(position),
            released,
            account.MaintenanceOf(position),
            rules.Unit
        );
        return FundShare.OfSurplus(change, price, closing, rules.Ladder.SurplusFee, rules.Unit);
    }
}
