using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>Accounts that a scenario names.</summary>
public sealed class WhaleTests : IDisposable
{
    private const string Whales = """

        whales:
          ada:
            value: { venue: first, coin: BTC, side: long, quantity: 200 BTC, entry: 101_000.05 USD, leverage: 5x, mode: isolated }
            basis: reported
            source: test
          bob:
            value: { venue: first, coin: ETH, side: short, quantity: 1_000 ETH, entry: 4_100 USD, leverage: 2x, mode: cross }
            basis: assumed
            source: test
        """;

    private readonly InputFolder _folder = new();

    public WhaleTests() => File.AppendAllText(_folder.PathOf("scenarios/small.yaml"), Whales);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whale_brings_the_margin_that_its_leverage_asks_for()
    {
        IReadOnlyList<GivenAccount> whales = _folder.Read().World.Venues[0].Whales;

        Assert.Equal(["ada", "bob"], whales.Select(whale => whale.Name));
        GivenPosition ada = whales[0].Positions[0];
        // Between ticks of 0.1 the entry is rounded against her: 101,000.1 x 200 / 5.
        Assert.Equal((200_000L, 1_010_001L), (ada.Lots.Lots, ada.Entry.Ticks));
        Assert.Equal(4_040_004m, Currency.Usdt.ToDecimal(ada.IsolatedMargin));
        Assert.Equal((MarginMode.Cross, -1_000_000L), (whales[1].Mode, whales[1].Positions[0].Lots.Lots));
        Assert.Equal(2_050_000m, Currency.Usdt.ToDecimal(whales[1].Wallet));
        Assert.Empty(_folder.Read().World.Venues[1].Whales);
    }

    [Fact]
    public void A_change_may_bring_one_of_its_own()
    {
        Scenario read = With(
            "whales.cy",
            "{ venue: second, coin: BTC, side: short, quantity: 10 BTC, entry: 90_000 USD, leverage: 3x, mode: cross }"
        );

        Assert.Equal(["ada", "bob"], read.World.Venues[0].Whales.Select(whale => whale.Name));
        GivenAccount cy = Assert.Single(read.World.Venues[1].Whales);
        Assert.Equal(("cy", -1_000_000L), (cy.Name, cy.Positions[0].Lots.Lots));
        Assert.Contains(
            read.StatedValues,
            stated => stated.Path.StartsWith("whales.cy", StringComparison.Ordinal) && stated.Source == "--set"
        );
        Assert.Equal("whales.cy", Assert.Single(read.Changes).Path);
    }

    [Theory]
    [InlineData("whales.ada", "{ venue: second }", "--set: whales.ada: a whale of that name is there already")]
    [InlineData("whales.cy", "10 BTC", "--set: whales.cy: must be a whale, such as")]
    [InlineData(
        "whales.cy",
        "{ venue: third, coin: BTC, side: short, quantity: 10 BTC, entry: 90_000 USD, leverage: 3x, mode: cross }",
        "--set: whales.cy: \"third\" is no venue with perpetuals here"
    )]
    [InlineData("whales.cy", "{ venue: second, coin: BTC, side: short }", "quantity")]
    [InlineData("whales.cy", "{ venue: second", "--set: whales.cy: is no YAML on one line")]
    [InlineData("whales.cy", "* 2", "--set: whales.cy: is no YAML on one line")]
    [InlineData("whales.*", "{ venue: second }", "--set: whales.*: ")]
    public void One_that_is_no_whale_is_answered_in_one_line(string path, string text, string answer)
    {
        InputException error = Assert.Throws<InputException>(() => With(path, text));
        Assert.Contains(answer, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private Scenario With(string path, string text) =>
        ScenarioReader.Read(_folder.Content, "small", [new ScenarioValue(path, text, "--set", Basis.Assumed)]);

    [Fact]
    public void Open_interest_stays_what_it_was_to_the_last_lot()
    {
        World world = Open(_folder.Read());
        VenueInWorld venue = world.Venues[0];
        for (int i = 0; i < 2; i++)
        {
            Quantity[] held =
            [
                .. Enumerable
                    .Range(VenueInWorld.FirstTrader, venue.Venue.AccountCount - VenueInWorld.FirstTrader)
                    .Select(index => venue.Venue.PositionOf(new AccountId(index), new InstrumentId(i)).Lots),
            ];
            long openInterest = venue.Parameters.Listings[i].OpenInterest.Lots;
            Assert.Equal(openInterest, held.Where(lots => lots.IsLong).Sum(lots => lots.Lots));
            Assert.Equal(-openInterest, held.Where(lots => lots.IsShort).Sum(lots => lots.Lots));
        }

        Assert.Equal(200_000, HeldBy(venue, venue.CrowdEnd, "BTC"));
        Assert.Equal(-1_000_000, HeldBy(venue, venue.CrowdEnd + 1, "ETH"));
        Assert.Equal((102, 252), (venue.AccountsSimulated, venue.AccountsRepresented));
    }

    [Fact]
    public void A_whale_leaves_the_luck_of_the_crowd_as_it_was()
    {
        World with = Open(_folder.Read());
        using var other = new InputFolder();
        World without = Open(other.Read());
        int[] differ =
        [
            .. Enumerable
                .Range(VenueInWorld.FirstTrader, without.Venues[0].Parameters.CrowdAccounts)
                .Where(index => EntryOf(with, index) != EntryOf(without, index)),
        ];
        Assert.Empty(differ);
    }

    [Fact]
    public void Accounts_of_a_file_replace_whales_as_well() =>
        Assert.All(_folder.ReadWithAccounts().World.Venues, venue => Assert.Empty(venue.Whales));

    [Theory]
    [InlineData(
        "venue: first, coin: BTC",
        "venue: frist, coin: BTC",
        "venue: \"frist\" is no venue with perpetuals here, did you mean \"first\"?"
    )]
    [InlineData("coin: BTC, side", "coin: BTD, side", "coin: \"BTD\" has no listing at first, did you mean \"BTC\"?")]
    [InlineData("side: long", "side: up", "side: \"up\" must be one of long, short")]
    [InlineData("200 BTC", "200 ETH", "quantity: \"200 ETH\" must be in BTC, a whole number of lots of 0.001, above 0")]
    [InlineData(
        "200 BTC",
        "0.0005 BTC",
        "quantity: \"0.0005 BTC\" must be in BTC, a whole number of lots of 0.001, above 0"
    )]
    [InlineData(
        "200 BTC",
        "1_000.5 BTC",
        "quantity: \"1_000.5 BTC\" is with other whales as much as the open interest that traders hold, 1000.500 BTC"
    )]
    [InlineData(
        "101_000.05 USD",
        "101_000 USDT",
        "entry: \"101_000 USDT\" must be in USD, above 0, and worth at most 1000000000000 with its quantity"
    )]
    [InlineData(
        "leverage: 5x",
        "leverage: 90x",
        "leverage: \"90x\" is above 50x, the limit of first for a position of this size"
    )]
    [InlineData("mode: isolated", "mode: portfolio", "mode: \"portfolio\" must be one of isolated, cross")]
    public void What_is_wrong_with_one_is_named(string right, string wrong, string message)
    {
        _folder.Replace("scenarios/small.yaml", right, wrong);

        Assert.EndsWith(": " + message, _folder.Refusal(() => _folder.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_would_be_liquidated_at_once_is_named()
    {
        _folder.Replace("scenarios/small.yaml", "101_000.05 USD", "140_000 USD");

        CrowdException refused = Assert.Throws<CrowdException>(() => Open(_folder.Read()));
        Assert.StartsWith("whales.ada: account ada: ", refused.Message, StringComparison.Ordinal);
    }

    private static World Open(Scenario scenario)
    {
        var world = new World(scenario.World);
        foreach (VenueInWorld venue in world.Venues)
        {
            venue.Open();
        }

        return world;
    }

    private static long HeldBy(VenueInWorld venue, int account, string coin)
    {
        int instrument = coin == "BTC" ? 0 : 1;
        return venue.Venue.PositionOf(new AccountId(account), new InstrumentId(instrument)).Lots.Lots;
    }

    private static (int Coin, bool IsLong, long Entry) EntryOf(World world, int account)
    {
        Venue venue = world.Venues[0].Venue;
        int coin = venue.PositionOf(new AccountId(account), new InstrumentId(0)).Lots.IsZero ? 1 : 0;
        PositionView held = venue.PositionOf(new AccountId(account), new InstrumentId(coin));
        return (coin, held.Lots.IsLong, held.Cost.MinorUnits / held.Lots.Lots);
    }
}
