using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab.Map;

/// <summary>A rule of venues, changed a little, to see what that does to R.</summary>
/// <param name="Name">Of the rule.</param>
/// <param name="Change">What is done to it.</param>
/// <param name="Apply">The rules so changed; null where a venue has no such rule.</param>
/// <param name="FundSpeed">Of the fund's selling, over that of the scenario.</param>
internal sealed record RuleChange(string Name, string Change, Func<VenueRules, VenueRules?> Apply, double FundSpeed = 1)
{
    private static readonly Rate s_half = Rate.FromFraction(1, 200);
    private static readonly Rate s_tenth = Rate.FromFraction(1, 10);

    public static IReadOnlyList<RuleChange> All { get; } =
    [
        new("maintenance margin", "+0.5 % of notional in every tier", WithMaintenance),
        new("take-over threshold", "+0.1 of maintenance margin", WithTakeOver),
        new("first order of a large position", "a tenth more of it", WithSlice),
        new("what counts as large", "twice the notional", WithThreshold),
        new("order limit at the bankruptcy price", "lifted", WithoutLimit),
        new("orders down by tiers", "one order for all of it", InOneOrder),
        new("fund's selling", "half as fast", rules => rules, FundSpeed: 0.5),
    ];

    private static VenueRules WithMaintenance(VenueRules rules) =>
        rules with
        {
            Instruments =
            [
                .. rules.Instruments.Select(each => each with { Margin = each.Margin.WithClosingFee(s_half) }),
            ],
        };

    private static VenueRules? WithTakeOver(VenueRules rules) =>
        rules.Liquidation.TakeOverBelow > Rate.Zero && rules.Liquidation.TakeOverBelow + s_tenth <= Rate.One
            ? With(rules, rules.Liquidation with { TakeOverBelow = rules.Liquidation.TakeOverBelow + s_tenth })
            : null;

    private static VenueRules? WithSlice(VenueRules rules) =>
        rules.Liquidation.PartialShare + s_tenth <= Rate.One
            ? With(rules, rules.Liquidation with { PartialShare = rules.Liquidation.PartialShare + s_tenth })
            : null;

    private static VenueRules? WithThreshold(VenueRules rules) =>
        rules.Liquidation.PartialShare < Rate.One
            ? With(rules, rules.Liquidation with { PartialAbove = rules.Liquidation.PartialAbove * 2 })
            : null;

    private static VenueRules? WithoutLimit(VenueRules rules) =>
        rules.Liquidation.OrderLimitedAtBankruptcyPrice
            ? With(rules, rules.Liquidation with { OrderLimitedAtBankruptcyPrice = false })
            : null;

    private static VenueRules? InOneOrder(VenueRules rules) =>
        rules.Liquidation.Ladder is LadderKind.TierByTier or LadderKind.TwoTiersDown
            ? With(rules, rules.Liquidation with { Ladder = LadderKind.OneOrder })
            : null;

    private static VenueRules With(VenueRules rules, LiquidationRules liquidation) =>
        rules with
        {
            Liquidation = liquidation,
        };
}
