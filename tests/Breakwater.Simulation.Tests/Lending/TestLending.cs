using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>The market of <see cref="TestMarket"/> with a lending market whose loans are close to the edge.</summary>
internal static class TestLending
{
    public static WorldParameters Create(
        LendingProtocol protocol,
        bool sell = true,
        Switches? switches = null,
        double shock = 0.08,
        bool books = false
    )
    {
        WorldParameters world = TestMarket.Create(shock, switches, books: books);
        return world with { Market = world.Market! with { Lending = [MarketOf(protocol, sell)] } };
    }

    public static LendingParameters MarketOf(LendingProtocol protocol, bool sell = true) =>
        new()
        {
            Name = "loans",
            Rules = RulesOf(protocol),
            Assets =
            [
                new LendingListing(Coin("ETH"), Coin: 1),
                new LendingListing(Coin("BTC"), Coin: 0),
                new LendingListing(LendingAsset.Dollar("USDC", LendingListing.DollarDecimals), Coin: null),
            ],
            Venue = "spot",
            Oracle = new OracleRule(Duration.FromMinutes(60), Rate.FromFraction(1, 200), Duration.Zero),
            Liquidators = new LiquidatorParameters(Duration.FromSeconds(12), 0.001, sell),
            Pools =
            [
                PoolOf("plain", debtAsset: 2, [20_000, 0, 0]),
                .. protocol == LendingProtocol.Maker
                    ? (LoanPool[])[]
                    : [PoolOf("mixed", debtAsset: 2, [1_000, 40, 0]), PoolOf("in bitcoin", debtAsset: 1, [500, 0, 0])],
            ],
        };

    private static LoanPool PoolOf(string name, int debtAsset, int[] coins) =>
        new(
            name,
            Loans: 100,
            Population: 250,
            debtAsset,
            [.. coins.Select(count => Money.FromMinorUnits(count * 100_000_000L))],
            SizeSigma: 1.5,
            MedianHealth: 1.06,
            HealthSigma: 0.7
        );

    private static LendingAsset Coin(string symbol) =>
        new(symbol, LendingListing.CoinDecimals, Rational.Parse("0.8"), Rational.Parse("0.05"));

    private static LendingRules RulesOf(LendingProtocol protocol) =>
        new(
            "test",
            protocol,
            CloseFactor: Rational.Parse("0.5"),
            FullCloseBelow: Rational.Parse("0.95"),
            SmallPosition: Rational.Parse("2000"),
            ProtocolShare: Rational.Parse(protocol == LendingProtocol.Compound ? "0.02" : "0.1"),
            Bonus: Rational.Parse("0.05"),
            CollateralFactor: Rational.Parse("0.8"),
            Buffer: Rational.Parse("1.2"),
            TailSeconds: Rational.Parse("8400"),
            Cusp: Rational.Parse("0.4"),
            Cut: Rational.Parse("0.97"),
            StepSeconds: Rational.Parse("20"),
            Dust: Rational.Parse("100")
        );
}
