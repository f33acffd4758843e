using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>How much of a position one block may take where a venue limits blocks.</summary>
internal static class BlockLimits
{
    private static readonly Rational s_smallest = Rational.FromFraction(1, 1_000_000_000);

    /// <param name="open">Of the position, in the question's unit.</param>
    public static Rational QuantityOf(RuleSet rules, PositionMargin position, Rational open, BlockQuestion? block)
    {
        LadderRules ladder = rules.Ladder;
        Rational price = position.Holding.Mark;
        Rational step = position.Listing is { } listing ? listing.Lot * listing.ContractSize : s_smallest;
        Rational quantity = LiquidationSize.WithinBlock(
            open,
            price,
            ladder.MinBlockNotional,
            ladder.MaxBlockShare,
            rules.Unit,
            step
        );
        if (ladder.MaxAccountNotional is not { } most)
        {
            return quantity;
        }

        return LiquidationSize.WithinNotional(quantity, price, most - (block?.Notional ?? Rational.Zero), step);
    }

    /// <exception cref="QuestionException">The fund would lose more to this account than a block allows.</exception>
    public static void RequireAffordable(RuleSet rules, in LadderFill filled, BlockQuestion? block)
    {
        if (rules.Ladder.Kind != LadderKind.BlockLimits || rules.Ladder.MaxFundLoss is not { } most)
        {
            return;
        }

        Rational lost = -filled.FundDelta + (block?.FundLoss ?? Rational.Zero);
        if (filled.FundDelta.IsNegative && lost > most)
        {
            throw QuestionException.NotApplicable(
                $"the venue refuses this fill: the fund would have lost {lost} to the account in this block, more than {most}"
            );
        }
    }
}
