using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads what a venue's crowd holds beside the settlement currency.</summary>
internal sealed class CollateralReader(
    Document<ScenarioDocument> scenario,
    VenueInScenarioDocument venue,
    RuleSetReader rules,
    IReadOnlyList<CoinHistory> histories
)
{
    // So many ticks a price has at least at the start, and a smallest amount is worth no more than this many dollars.
    private const decimal LeastTicks = 1_000_000;
    private const decimal MostPerUnit = 0.001m;
    private const string Dollar = "USD";

    private readonly Dictionary<string, IReadOnlyList<CollateralTier>> _tiers = rules.Unified?.Collateral() ?? [];

    private CollateralDocument Document => venue.Collateral!;

    /// <summary>The rules with the assets of the scenario in them.</summary>
    public VenueRules In(VenueRules read) =>
        venue.Collateral is null
            ? read
            : read with
            {
                Collateral = read.Collateral is { } collateral
                    ? collateral with
                    {
                        Assets = [.. Document.Assets.Select(asset => AssetOf(asset.Key, asset.Value))],
                    }
                    : throw scenario.WrongPart(
                        Document,
                        $"is given, but at {rules.Name} nothing counts but {rules.Settlement.Code}"
                    ),
            };

    public CollateralOfCrowd? OfCrowd()
    {
        if (venue.Collateral is null)
        {
            return null;
        }

        if (venue.Spot?.Value ?? false)
        {
            throw scenario.WrongPart(Document, "is given at a spot venue, which has no crowd");
        }

        RequirePartOfMargin();
        return new CollateralOfCrowd(
            Document.Holders.Value.ToDouble(),
            [
                .. Document.Assets.Select(asset => new AssetParameters(
                    CoinOf(asset.Key, asset.Value),
                    asset.Value.MarginShare.Value.Rate,
                    StepsOf(asset.Value)
                )),
            ]
        );
    }

    private CollateralAsset AssetOf(string name, CollateralAssetDocument asset)
    {
        if (name == rules.Settlement.Code)
        {
            throw scenario.WrongKey(
                Document.Assets,
                name,
                "is the settlement currency: what is no asset is held in it"
            );
        }

        decimal price = PriceAtStart(name, asset);
        decimal tick = PowerOfTenUpTo(price / LeastTicks);
        return new CollateralAsset(name, PowerOfTenUpTo(MostPerUnit / price), tick, TiersOf(name, asset));
    }

    private IReadOnlyList<CollateralTier> TiersOf(string name, CollateralAssetDocument asset)
    {
        bool isListed = _tiers.TryGetValue(name, out IReadOnlyList<CollateralTier>? tiers);
        if (asset.Counts is not { } counts)
        {
            return isListed
                ? tiers!
                : throw scenario.WrongKey(
                    Document.Assets,
                    name,
                    $"has no ratio at {rules.Name}: state what it counts for as \"counts\""
                );
        }

        return isListed
            ? throw scenario.Wrong(counts, $"is stated, but {rules.Name} has ratios of its own for {name}")
            : [new CollateralTier(null, Rational.FromRate(counts.Value.Rate))];
    }

    // Null for the dollar.
    private int? CoinOf(string name, CollateralAssetDocument asset)
    {
        OrderedDictionary<string, CoinDocument> coins = scenario.Root.Coins;
        if (asset.Follows is { } follows)
        {
            return follows.Value == Dollar ? null
                : coins.IndexOf(follows.Value) is >= 0 and var coin ? coin
                : throw scenario.Wrong(
                    follows,
                    $"is no coin of this scenario and not {Dollar}, {Nearest.Hint(follows.Value, coins.Keys)}"
                );
        }

        int same = coins.IndexOf(name);
        return same >= 0 ? same
            : asset.Worth is not null ? null
            : throw scenario.WrongKey(
                Document.Assets,
                name,
                "is no coin of this scenario: state what it follows or what it is worth"
            );
    }

    private (Timestamp From, double Worth)[] StepsOf(CollateralAssetDocument asset)
    {
        WorthDocument[] steps = [.. asset.Worth?.Value ?? []];
        for (int i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Worth.Value.IsPositive)
            {
                throw scenario.Wrong(steps[i], nameof(WorthDocument.Worth), "must be above 0 %");
            }

            if (i > 0 && steps[i].From <= steps[i - 1].From)
            {
                throw scenario.Wrong(steps[i], nameof(WorthDocument.From), "must come after the step before it");
            }
        }

        return [.. steps.Select(step => (step.From, step.Worth.Value.ToDouble()))];
    }

    private void RequirePartOfMargin()
    {
        decimal sum = 0;
        foreach ((string name, CollateralAssetDocument asset) in Document.Assets)
        {
            Rate share = asset.MarginShare.Value.Rate;
            sum += (decimal)share.Numerator / share.Denominator;
            if (sum > 1)
            {
                throw scenario.Wrong(
                    asset.MarginShare,
                    $"makes more than 100 % of the margin with those before {name}"
                );
            }
        }
    }

    private decimal PriceAtStart(string name, CollateralAssetDocument asset)
    {
        var parameters = new AssetParameters(CoinOf(name, asset), Rate.Zero, StepsOf(asset));
        decimal ofCoin = parameters.Coin is { } coin ? histories[coin].Price : 1;
        return ofCoin * (decimal)parameters.WorthAt(scenario.Root.Window.Start);
    }

    private static decimal PowerOfTenUpTo(decimal amount)
    {
        decimal power = 1;
        while (power > amount)
        {
            power /= 10;
        }

        while (power * 10 <= amount)
        {
            power *= 10;
        }

        return power;
    }
}
