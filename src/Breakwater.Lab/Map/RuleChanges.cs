using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>The changes that a map is asked about.</summary>
internal static class RuleChanges
{
    public const string Depth = "makers' depth";
    public const string LeastShare = "makers' least share of depth";

    private const decimal LargeOrder = 100_000;
    private static readonly Rate s_tenth = Rate.FromFraction(1, 10);
    private static readonly Rate s_fifth = Rate.FromFraction(1, 5);

    public static IReadOnlyList<RuleChange> OfVenues { get; } =
    [
        new("maintenance margin", "every rate +10 %") { Rules = rules => WithMaintenance(rules, 11), Tenths = 1 },
        new("maintenance margin", "every rate -10 %") { Rules = rules => WithMaintenance(rules, 9), Tenths = -1 },
        new("leverage cap", "20x") { Cap = Leverage.FromMultiple(20) },
        new("leverage cap", "10x") { Cap = Leverage.FromMultiple(10) },
        new("leverage cap", "7x") { Cap = Leverage.FromMultiple(7) },
        new("leverage cap", "6x") { Cap = Leverage.FromMultiple(6) },
        new("leverage cap", "5x") { Cap = Leverage.FromMultiple(5) },
        new("take-over threshold", "+0.1 of maintenance margin") { Rules = WithTakeOver },
        new("first order of a large position", "a tenth more of it") { Rules = WithSlice },
        new("what counts as large", "twice the notional") { Rules = WithThreshold },
        new("order limit at the bankruptcy price", "lifted") { Rules = WithoutLimit },
        new("orders down by tiers", "one order for all of it") { Rules = InOneOrder },
        new("one order for all of it", "a fifth first above 100,000") { Rules = InParts },
        new("one order for all of it", "orders down by tiers") { Rules = ByTiers },
        new("fund's selling", "a tenth faster") { FundSpeed = 1.1, Tenths = 1 },
        new("fund's selling", "half as fast") { FundSpeed = 0.5 },
    ];

    public static IReadOnlyList<RuleChange> OfMarket { get; } =
    [
        new(Depth, "+10 %") { Market = world => WithDepth(world, 1.1), Tenths = 1 },
        new(Depth, "-10 %") { Market = world => WithDepth(world, 0.9), Tenths = -1 },
        new(LeastShare, "+10 %") { Market = world => WithLeastShare(world, 1.1), Tenths = 1 },
        new(LeastShare, "twice") { Market = world => WithLeastShare(world, 2) },
        new("latent buyers", "+10 %") { Market = world => WithLatent(world, 1.1), Tenths = 1 },
        new("arbitrageurs' capital", "+10 %") { Market = world => WithArbitrage(world, 1.1), Tenths = 1 },
        new("arbitrageurs' capital", "twice") { Market = world => WithArbitrage(world, 2) },
    ];

    /// <summary>Every maker quotes a multiple of what he does.</summary>
    public static WorldParameters WithDepth(WorldParameters world, double factor) =>
        world with
        {
            Venues =
            [
                .. world.Venues.Select(venue =>
                    venue with
                    {
                        Listings = [.. venue.Listings.Select(each => each with { Depth = each.Depth * factor })],
                    }
                ),
            ],
        };

    /// <summary>Makers keep a multiple of the least share that they do, all of it at most.</summary>
    public static WorldParameters WithLeastShare(WorldParameters world, double factor)
    {
        MakerParameters makers = world.Market!.Makers;
        return In(
            world,
            market => market with { Makers = makers with { LeastShare = Math.Min(makers.LeastShare * factor, 1) } }
        );
    }

    private static WorldParameters WithLatent(WorldParameters world, double factor) =>
        In(
            world,
            market =>
                market with
                {
                    Coins = [.. market.Coins.Select(coin => coin with { LatentDensity = coin.LatentDensity * factor })],
                }
        );

    private static WorldParameters WithArbitrage(WorldParameters world, double factor)
    {
        ArbitrageParameters own = world.Market!.Arbitrage;
        return In(
            world,
            market => market with { Arbitrage = own with { CapitalOverDepth = own.CapitalOverDepth * factor } }
        );
    }

    private static WorldParameters In(WorldParameters world, Func<MarketParameters, MarketParameters> change) =>
        world with
        {
            Market = change(world.Market!),
        };

    // Where rates rise with the size there are no tiers to raise.
    private static VenueRules? WithMaintenance(VenueRules rules, int tenths) =>
        rules.Instruments.All(each => each.Margin.InSize is null && CanBe(each.Margin.HighestRate, tenths))
            ? rules with
            {
                Instruments =
                [
                    .. rules.Instruments.Select(each =>
                        each with
                        {
                            Margin = each.Margin.WithMaintenanceTimes(Rate.FromFraction(tenths, 10)),
                        }
                    ),
                ],
            }
            : null;

    private static bool CanBe(Rate highest, int tenths) => highest < Rate.FromFraction(10, Math.Max(tenths, 11));

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

    private static VenueRules? InParts(VenueRules rules) =>
        rules.Liquidation is { Ladder: LadderKind.OneOrder } ladder
        && ladder.PartialShare == Rate.One
        && rules.Settlement.TryFromDecimal(LargeOrder, out Money above)
        && rules.Instruments[0].Instrument.Kind == ContractKind.Linear
            ? With(rules, ladder with { PartialShare = s_fifth, PartialAbove = above })
            : null;

    private static VenueRules? ByTiers(VenueRules rules) =>
        rules.Liquidation is { Ladder: LadderKind.OneOrder } ladder
        && ladder.PartialShare == Rate.One
        && rules.Instruments.All(each => each.Margin.InSize is null)
            ? With(rules, ladder with { Ladder = LadderKind.TierByTier })
            : null;

    private static VenueRules With(VenueRules rules, LiquidationRules liquidation) =>
        rules with
        {
            Liquidation = liquidation,
        };
}
