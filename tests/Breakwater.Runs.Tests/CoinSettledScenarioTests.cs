using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>A venue that settles in the coin itself, in a scenario: what is read, and what is refused by file and line.</summary>
public sealed class CoinSettledScenarioTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Contracts_count_dollars_and_capital_is_in_the_coin()
    {
        VenueParameters venue = Read(["BTC"], "100_050_000 USD", "1.5 BTC");

        Assert.Equal("BTC", venue.Rules.Settlement.Code);
        Assert.Equal(ContractKind.Inverse, venue.Rules.Instruments.Single().Instrument.Kind);
        Assert.Equal(1_000_500, venue.Listings.Single().OpenInterest.Lots);
        Assert.Equal(100_050_000, venue.Listings.Single().OpenInterestValue);
        Assert.Equal(150_000_000, venue.FundCapital.MinorUnits);
    }

    [Theory]
    [InlineData("BTC", "1000 BTC", "1 BTC", "\"1000 BTC\" must be in USD")]
    [InlineData("BTC", "100_000_050 USD", "1 BTC", "must be a whole number of lots of 100 USD, above 0")]
    [InlineData("BTC", "100_000_000 USD", "1 USD", "must be in BTC, in steps of 0.00000001")]
    [InlineData(
        "ETH",
        "100_000_000 USD",
        "1 ETH",
        "ETH: is listed beside BTC: Binance COIN-M settles in the coin itself"
    )]
    public void Is_refused_by_file_and_line(string lastCoin, string openInterest, string capital, string problem)
    {
        string refusal = _folder.Refusal(() => Read([.. new[] { "BTC", lastCoin }.Distinct()], openInterest, capital));

        Assert.Matches("^scenarios/small.yaml:[0-9]+: ", refusal);
        Assert.Contains(problem, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_bitcoin_settles_all_its_own_contracts_run_and_quantos_are_refused_by_the_line_that_says_so()
    {
        Assert.Equal("BTC", Read(["BTC"], "100_050_000 USD", "1.5 BTC", "bitmex-inverse").Rules.Settlement.Code);

        string refusal = _folder.Refusal(() => Read(["ETH"], "100_050_000 USD", "1.5 BTC", "bitmex-inverse"));
        string[] lines = File.ReadAllLines(_folder.PathOf("venues/bitmex-inverse.yaml"));
        int line = Array.FindIndex(lines, each => each.Contains("valued:", StringComparison.Ordinal)) + 2;
        Assert.StartsWith($"venues/bitmex-inverse.yaml:{line}: ", refusal, StringComparison.Ordinal);
        Assert.Contains(
            "\"linear\" is answered by the calculator, but no run carries it out yet",
            refusal,
            StringComparison.Ordinal
        );
    }

    // The small scenario with such a venue in the first one's place.
    private VenueParameters Read(string[] coins, string openInterest, string capital, string rules = "binance-coinm")
    {
        string shipped = Path.Combine(AppContext.BaseDirectory, "venues", $"{rules}.yaml");
        File.Copy(shipped, _folder.PathOf($"venues/{rules}.yaml"), overwrite: true);
        string small = File.ReadAllText(_folder.PathOf("scenarios/small.yaml"));
        string listings = string.Concat(coins.Select(coin => Listing(coin, openInterest)));

        File.WriteAllText(
            _folder.PathOf("scenarios/small.yaml"),
            $$"""
            {{small[..small.IndexOf("venues:", StringComparison.Ordinal)]}}venues:
              coin:
                rules: { value: {{rules}}, basis: measured, source: test }
                marks: { value: tape, basis: measured, source: test }
                accounts: { value: 100, basis: assumed, source: test }
                population: { value: 250, basis: assumed, source: test }
                fundCapital: { value: {{capital}}, basis: reported, source: test }
                slippage: { value: 0.3 %, basis: assumed, source: test }
                unwindInterval: { value: 5 s, basis: assumed, source: test }
                unwindShare: { value: 10 %, basis: assumed, source: test }
                listings:
            {{listings}}
            """
        );
        return _folder.Read().World.Venues[0];
    }

    private static string Listing(string coin, string openInterest) =>
        $$"""
                  {{coin}}:
                    openInterest: { value: {{openInterest}}, basis: reported, source: test }
                    mixture: { value: usual, basis: assumed, source: test }

            """;
}
