using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>Each shipped rule set that a run carries out, in a scenario from its file to its end: a fall of a fifth in three minutes.</summary>
public sealed class RuleSetRunTests : IDisposable
{
    private const string Currency = "settlement: ";
    private const string Positions = "positionsOf: ";

    private readonly InputFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> Runnable => RuleSetDuelTests.Runnable;

    [Theory]
    [MemberData(nameof(Runnable))]
    public void A_fall_liquidates_the_crowd_and_every_unit_is_accounted_for(string name)
    {
        VenueInWorld venue = Run(name);

        Assert.True(venue.Tally.Accounts.Simulated > 0, "the fall liquidates somebody");
        Assert.Equal(Int128.Zero, venue.Venue.Surplus());
        Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(0)));
        Waterfall losses = venue.Tally.Waterfall.Of(new InstrumentId(0));
        Assert.Equal(venue.Venue.UnpaidLoss, losses.Unpaid + venue.Tally.Waterfall.WrittenOff);
    }

    [Theory]
    [InlineData("deribit-linear", FlowKind.Liquidated)]
    [InlineData("dydx-v4", FlowKind.Liquidated)]
    [InlineData("drift-v2", FlowKind.Liquidated)]
    [InlineData("vega", FlowKind.TakenOver)]
    [InlineData("vega", FlowKind.Unwound)]
    public void Its_ladder_does_what_it_is_known_for(string name, FlowKind kind) =>
        Assert.True(Run(name).Tally.Flows.Total(0, isLong: true, kind).Count > 0);

    [Theory]
    [InlineData("dydx-v4")]
    [InlineData("drift-v2")]
    public void Where_orders_and_liquidators_come_first_the_fund_takes_nothing_over(string name) =>
        Assert.Equal(0, Run(name).Tally.Flows.Total(0, isLong: true, FlowKind.TakenOver).Count);

    public void Dispose() => _folder.Dispose();

    private VenueInWorld Run(string name)
    {
        string shipped = Ship(name);
        if (PositionsOf(shipped) is { } positions)
        {
            shipped = Ship(positions);
        }

        string currency = shipped.Split('\n').First(line => line.StartsWith(Currency, StringComparison.Ordinal));
        File.WriteAllText(_folder.PathOf("scenarios/small.yaml"), Scenario(name, currency[Currency.Length..].Trim()));
        File.WriteAllText(_folder.PathOf("data/btc-1m.csv"), Fall);
        var world = new World(_folder.Read().World);
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
        }

        world.Run(_ => { });
        return world.Venues[0];
    }

    private string Ship(string name)
    {
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "venues", $"{name}.yaml"));
        File.WriteAllText(_folder.PathOf($"venues/{name}.yaml"), shipped);
        return shipped;
    }

    // Of a mode in which another rule set's positions are held.
    private static string? PositionsOf(string shipped) =>
        shipped.Split('\n').FirstOrDefault(line => line.StartsWith(Positions, StringComparison.Ordinal)) is { } line
            ? line[Positions.Length..].Trim()
            : null;

    private const string Fall = """
        time_utc,open,high,low,close
        2025-01-01T12:00:00Z,100000,100000,95000,95000
        2025-01-01T12:01:00Z,95000,95000,80000,80000
        2025-01-01T12:02:00Z,80000,83000,80000,82000
        """;

    // Where the venue settles in the coin itself, capital is in the coin, and open interest in dollars.
    private static (string Capital, string OpenInterest) AmountsIn(string currency) =>
        currency is "COIN" or "BTC" ? ("1 BTC", "100_050_000 USD") : ($"100_000 {currency}", "1000.5 BTC");

    // The small scenario with one coin at one venue of the rule set's, and a crowd whose leverage every rule set allows.
    private string Scenario(string rules, string currency)
    {
        string small = File.ReadAllText(_folder.PathOf("scenarios/small.yaml"));
        string crowd = small[..small.IndexOf("venues:", StringComparison.Ordinal)]
            .Replace("    bounds:", "    # bounds:", StringComparison.Ordinal)
            .Replace("medianLeverage: 30x", "medianLeverage: 6x", StringComparison.Ordinal)
            .Replace("observed: data/observed.csv", "", StringComparison.Ordinal)
            .Replace(
                "value: { calm: 90 %, high: 10 % }",
                "value: { calm: 20 %, high: 80 % }",
                StringComparison.Ordinal
            );
        (string capital, string openInterest) = AmountsIn(currency);
        return $$"""
            {{crowd}}venues:
              first:
                rules: { value: {{rules}}, basis: measured, source: test }
                marks: { value: tape, basis: measured, source: test }
                accounts: { value: 400, basis: assumed, source: test }
                population: { value: 1000, basis: assumed, source: test }
                fundCapital: { value: {{capital}}, basis: reported, source: test }
                slippage: { value: 0.3 %, basis: assumed, source: test }
                unwindInterval: { value: 5 s, basis: assumed, source: test }
                unwindShare: { value: 10 %, basis: assumed, source: test }
                listings:
                  BTC:
                    openInterest: { value: {{openInterest}}, basis: reported, source: test }
                    mixture: { value: usual, basis: assumed, source: test }
            """;
    }
}
