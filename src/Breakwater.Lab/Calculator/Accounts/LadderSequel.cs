using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>What a venue does if the ladder's step is not filled, or not enough.</summary>
/// <param name="Type">As an order's, or assignment, unwind, wait.</param>
/// <param name="Quantity">In the question's unit; null where it is not known beforehand.</param>
/// <param name="Price">Null where it is not known beforehand, or any will do.</param>
/// <param name="When">Under which condition.</param>
internal readonly record struct LadderSequel(string Type, Rational? Quantity, Rational? Price, string When)
{
    private const string Unfilled = "what the order leaves";

    public static IEnumerable<LadderSequel> Of(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step
    )
    {
        Rational all = position.Holding.Quantity;
        Rational? bankruptcy = account.BankruptcyPriceOf(position);
        Rational rest = all - step.Quantity;
        IEnumerable<LadderSequel> next = step.IsOrder ? NextOf(rules, position, bankruptcy, rest, step.Quantity) : [];
        return [.. next, .. DeleveragingOf(rules, step, all)];
    }

    private static IEnumerable<LadderSequel> NextOf(
        RuleSet rules,
        PositionMargin position,
        Rational? bankruptcy,
        Rational rest,
        Rational asked
    )
    {
        Rational all = rest + asked;
        return rules.Ladder.Kind switch
        {
            LadderKind.OneOrder => [new("takeOver", all, bankruptcy, Unfilled)],
            LadderKind.OrderThenAssignment =>
            [
                new("assignment", all, bankruptcy, Unfilled),
                new("unwind", null, bankruptcy, "what no volunteer takes"),
            ],
            LadderKind.TierByTier or LadderKind.TwoTiersDown =>
            [
                new("takeOver", all, bankruptcy, "the order is not filled"),
                new("takeOver", rest, null, "the order is filled and margin is still short in the lowest tiers"),
            ],
            LadderKind.ShareThenAll =>
            [
                new("market", rest, null, WithinCooldown(rules.Ladder)),
                new("takeOver", null, null, $"equity is below {rules.Ladder.TakeOverBelow} of what is required"),
            ],
            LadderKind.Slices =>
            [
                new("market", LadderStep.SliceOf(rules.Ladder, position, rest), null, "margin is still short"),
            ],
            LadderKind.BlockLimits when rest.IsPositive =>
            [
                new("immediateOrCancel", BlockLimits.QuantityOf(rules, position, rest, null), null, "the next block"),
            ],
            LadderKind.CoverShortage => [new("wait", null, null, "no liquidator has come")],
            _ => [],
        };
    }

    private static string WithinCooldown(LadderRules ladder) =>
        ladder.PartialCooldownSeconds.IsPositive
            ? $"margin is still short; whole positions for {ladder.PartialCooldownSeconds} s"
            : "margin is still short";

    private static IEnumerable<LadderSequel> DeleveragingOf(RuleSet rules, LadderStep step, Rational all)
    {
        string? when = rules.Deleveraging.Trigger switch
        {
            DeleveragingTrigger.FundExhausted => "the fund cannot pay for a take-over",
            DeleveragingTrigger.FundDrawdown => "the fund has fallen by its drawdown limit",
            DeleveragingTrigger.NegativeEquity when rules.Ladder.Kind == LadderKind.BlockLimits =>
                "nothing is filled and equity is below zero",
            DeleveragingTrigger.NegativeEquity => "equity is below zero",
            _ => null,
        };
        bool isNext =
            when is not null && step.Order != "deleverage" && rules.Ladder.Kind != LadderKind.OrderThenAssignment;
        return isNext ? [new("deleverage", all, null, when!)] : [];
    }
}
