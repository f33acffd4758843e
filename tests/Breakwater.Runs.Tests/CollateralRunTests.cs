using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>A crowd that holds several assets, in a scenario from its file to its end: prices stand still, and a token loses its peg.</summary>
public sealed class CollateralRunTests : IDisposable
{
    private const string Depeg = """
            collateral:
              holders: { value: 50 %, basis: assumed, source: test }
              assets:
                BTC:
                  marginShare: { value: 5 %, basis: assumed, source: test }
                USDe:
                  marginShare: { value: 90 %, basis: assumed, source: test }
                  counts: { value: 98 %, basis: assumed, source: test }
                  worth:
                    value:
                      - { from: 2025-01-01T12:01:30Z, worth: 10 % }
                      - { from: 2025-01-01T12:02:30Z, worth: 99.5 % }
                    basis: reported
                    source: test
        """;

    private readonly InputFolder _folder = new();

    public static TheoryData<string, string> Modes =>
        new()
        {
            { "binance-multi-assets", "binance-usdm" },
            { "bybit-uta", "bybit-linear" },
            { "okx-multi-currency", "okx-swap" },
        };

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_loses_its_peg_liquidates_while_every_mark_stands_still(string mode, string positions)
    {
        VenueInWorld venue = Run(mode, positions, Depeg);

        Assert.True(venue.Tally.Accounts.Simulated > 0, "the depeg liquidates somebody");
        Assert.Equal(Int128.Zero, venue.Venue.Surplus());
        for (int asset = 0; asset < 2; asset++)
        {
            Assert.Equal(Quantity.Zero, venue.Venue.CollateralSurplus(new AssetId(asset)));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Whose_margin_keeps_its_worth_stands(string mode, string positions)
    {
        string pegged = Depeg.Replace("worth: 10 %", "worth: 100 %", StringComparison.Ordinal);
        Assert.Equal(0, Run(mode, positions, pegged).Tally.Accounts.Simulated);
        Assert.Equal(0, Run(mode, positions, collateral: "").Tally.Accounts.Simulated);
    }

    // At the start holdings count for what they take the place of in margin, to the unit of each asset.
    [Fact]
    public void Holders_have_as_much_margin_as_the_crowd_without_collateral()
    {
        VenueInWorld with = Open("binance-multi-assets", "binance-usdm", Depeg);
        VenueInWorld without = Open("binance-multi-assets", "binance-usdm", collateral: "");
        int holders = 0;
        for (int account = VenueInWorld.FirstTrader; account < with.CrowdEnd; account++)
        {
            var id = new AccountId(account);
            long counted = with.Venue.CountedCollateralOf(id).MinorUnits;
            holders += counted > 0 ? 1 : 0;
            Assert.True(counted == 0 || with.Venue.ModeOf(id) == MarginMode.Cross);
            Assert.InRange(
                with.Venue.WalletOf(id).MinorUnits + counted - without.Venue.WalletOf(id).MinorUnits,
                0,
                counted == 0 ? 0 : 3_000
            );
        }

        Assert.InRange(holders, with.Parameters.CrowdAccounts / 4, with.Parameters.CrowdAccounts * 3 / 4);
    }

    [Theory]
    [InlineData("rules: { value: binance-multi-assets", "rules: { value: binance-usdm", "nothing counts but USDT")]
    [InlineData("USDe:", "USDT:", "is the settlement currency")]
    [InlineData(
        "          counts: { value: 98 %, basis: assumed, source: test }\n",
        "",
        "has no ratio at Binance multi-assets mode"
    )]
    [InlineData(
        "marginShare: { value: 5 %, basis: assumed, source: test }",
        "marginShare: { value: 5 %, basis: assumed, source: test }\n          counts: { value: 90 %, basis: assumed, source: test }",
        "has ratios of its own for BTC"
    )]
    [InlineData("value: 90 %, basis", "value: 96 %, basis", "makes more than 100 % of the margin")]
    [InlineData("worth: 10 %", "worth: 0 %", "must be above 0 %")]
    [InlineData("12:02:30Z", "12:01:30Z", "must come after the step before it")]
    [InlineData(
        "        BTC:",
        "        SOL:",
        "is no coin of this scenario: state what it follows or what it is worth"
    )]
    public void A_value_that_cannot_be_is_refused_by_name_and_line(string from, string to, string problem)
    {
        Write("binance-multi-assets", "binance-usdm", Depeg);
        string file = File.ReadAllText(_folder.PathOf("scenarios/small.yaml"));
        Assert.Contains(from, file, StringComparison.Ordinal);
        File.WriteAllText(_folder.PathOf("scenarios/small.yaml"), file.Replace(from, to, StringComparison.Ordinal));
        string refusal = _folder.Refusal(() => _folder.Read());

        Assert.StartsWith("scenarios/small.yaml:", refusal, StringComparison.Ordinal);
        Assert.Contains(problem, refusal, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private VenueInWorld Run(string mode, string positions, string collateral)
    {
        Write(mode, positions, collateral);
        var world = new World(_folder.Read().World);
        world.Venues[0].Open();
        world.Run(_ => { });
        return world.Venues[0];
    }

    private VenueInWorld Open(string mode, string positions, string collateral)
    {
        Write(mode, positions, collateral);
        var world = new World(_folder.Read().World);
        world.Venues[0].Open();
        return world.Venues[0];
    }

    private void Write(string mode, string positions, string collateral)
    {
        foreach (string name in (string[])[mode, positions])
        {
            string shipped = Path.Combine(AppContext.BaseDirectory, "venues", $"{name}.yaml");
            File.Copy(shipped, _folder.PathOf($"venues/{name}.yaml"), overwrite: true);
        }

        File.WriteAllText(_folder.PathOf("scenarios/small.yaml"), Scenario(mode, collateral));
        File.WriteAllText(_folder.PathOf("data/btc-1m.csv"), Standing);
    }

    private const string Standing = """
        time_utc,open,high,low,close
        2025-01-01T12:00:00Z,100000,100000,100000,100000
        2025-01-01T12:01:00Z,100000,100000,100000,100000
        2025-01-01T12:02:00Z,100000,100000,100000,100000
        """;

    private static string Scenario(string rules, string collateral)
    {
        using var folder = new InputFolder();
        string small = File.ReadAllText(folder.PathOf("scenarios/small.yaml"));
        string crowd = small[..small.IndexOf("venues:", StringComparison.Ordinal)]
            .Replace("    bounds:", "    # bounds:", StringComparison.Ordinal)
            .Replace("observed: data/observed.csv", "", StringComparison.Ordinal);
        return $$"""
            {{crowd}}venues:
              first:
                rules: { value: {{rules}}, basis: measured, source: test }
                marks: { value: tape, basis: measured, source: test }
                accounts: { value: 400, basis: assumed, source: test }
                population: { value: 1000, basis: assumed, source: test }
                fundCapital: { value: 100_000 USDT, basis: reported, source: test }
                slippage: { value: 0.3 %, basis: assumed, source: test }
                unwindInterval: { value: 5 s, basis: assumed, source: test }
                unwindShare: { value: 10 %, basis: assumed, source: test }
            {{collateral}}
                listings:
                  BTC:
                    openInterest: { value: 1000.5 BTC, basis: reported, source: test }
                    mixture: { value: usual, basis: assumed, source: test }
            """;
    }
}
