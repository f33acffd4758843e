using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

public sealed class AccountsReaderTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Accounts_come_in_the_order_of_the_file_each_at_its_venue()
    {
        IReadOnlyList<VenueParameters> venues = _folder.ReadWithAccounts().World.Venues;

        Assert.Equal(["anna", "bert"], venues[0].GivenAccounts!.Select(account => account.Name));
        Assert.Equal(["carl"], venues[1].GivenAccounts!.Select(account => account.Name));
    }

    [Fact]
    public void Isolated_positions_have_margins_of_their_own_beside_a_free_wallet()
    {
        GivenAccount anna = _folder.ReadWithAccounts().World.Venues[0].GivenAccounts![0];

        Assert.Equal(MarginMode.Isolated, anna.Mode);
        Assert.Equal(Money.FromMinorUnits(500_000_000), anna.Wallet);
        Assert.Equal(
            [20_000_000_000, 9_000_000_000],
            anna.Positions.Select(position => position.IsolatedMargin.MinorUnits)
        );
    }

    [Fact]
    public void A_cross_account_has_one_wallet_behind_several_positions()
    {
        GivenAccount bert = _folder.ReadWithAccounts().World.Venues[0].GivenAccounts![1];

        Assert.Equal(Money.FromMinorUnits(50_000_000_000), bert.Wallet);
        Assert.Equal([-2_500, 20_000], bert.Positions.Select(position => position.Lots.Lots));
        Assert.Equal([Leverage.FromMultiple(10), Leverage.FromMultiple(10)], bert.Positions.Select(p => p.Leverage));
        Assert.All(bert.Positions, position => Assert.Equal(Money.Zero, position.IsolatedMargin));
    }

    [Fact]
    public void Entry_prices_between_ticks_are_rounded_against_the_trader()
    {
        IReadOnlyList<VenueParameters> venues = _folder.ReadWithAccounts().World.Venues;

        Assert.Equal(Price.FromTicks(100_001), venues[1].GivenAccounts![0].Positions[0].Entry);
        Assert.Equal(Price.FromTicks(405_000), venues[0].GivenAccounts![0].Positions[1].Entry);
    }

    [Fact]
    public void A_venue_that_the_file_does_not_name_has_no_accounts()
    {
        _folder.Replace("accounts.csv", "second,carl,cross,BTC,long,0.5,100000.4,,10000,20\n", "");

        Assert.Empty(_folder.ReadWithAccounts().World.Venues[1].GivenAccounts!);
    }

    [Fact]
    public void The_file_is_hashed_with_the_others()
    {
        Assert.Equal(_folder.PathOf("accounts.csv"), _folder.ReadWithAccounts().Files[^1].File);
    }

    [Fact]
    public void Given_accounts_stand_at_the_start()
    {
        WorldParameters world = _folder.ReadWithAccounts().World;
        VenueInWorld[] venues = [new VenueInWorld(world, 0), new VenueInWorld(world, 1)];

        Assert.All(venues, venue => venue.Open());

        Assert.Equal(Quantity.FromLots(2_500), venues[0].OpenInterestAtStart(0, isLong: false));
    }

    [Theory]
    [InlineData("first,h,cross,BTCUSDT,long,1,113000,,1000,10", "first,h,cross,ETHUSDT,short,20,5000,,,10")]
    [InlineData("first,h,cross,ETHUSDT,short,20,5000,,1000,10", "first,h,cross,BTCUSDT,long,1,113000,,,10")]
    public void A_hedged_account_stands_whichever_position_is_written_first(string first, string second)
    {
        string header = File.ReadLines(_folder.PathOf("accounts.csv")).First();
        File.WriteAllLines(_folder.PathOf("accounts.csv"), [header, first, second]);
        var venue = new VenueInWorld(_folder.ReadWithAccounts().World, 0);

        venue.Open();

        Assert.Equal(Quantity.FromLots(1000), venue.OpenInterestAtStart(0, isLong: true));
    }

    [Fact]
    public void A_position_that_would_be_liquidated_at_once_is_named_by_its_line()
    {
        _folder.Replace("accounts.csv", "long,0.5,100000.4,,10000,20", "long,0.5,130000,,10000,20");
        var venue = new VenueInWorld(_folder.ReadWithAccounts().World, 1);

        Assert.StartsWith(_folder.PathOf("accounts.csv") + ":6: ", Assert.Throws<CrowdException>(venue.Open).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        Assert.Equal("no.csv: no such file", _folder.Refusal(() => _folder.Read().WithAccounts("no.csv")));
    }
}
