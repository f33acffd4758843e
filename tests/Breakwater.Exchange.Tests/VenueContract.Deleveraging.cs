using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    // At 49,000 alice owes 500 beyond her margin: her bankruptcy price is 49,500, which the fund could only pay for with 500.
    [Fact]
    public void An_exhausted_fund_closes_winners_at_the_bankruptcy_price() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            open bob cross
            deposit alice 500
            deposit bob 10000
            deposit fund 499.999999
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 100x
            ------
            mark BTC 49000 => alice liquidatable: 1 BTC equity -500 below 196
                           => bob changes by 1 BTC at 49500 realised 500
                           => alice changes by -1 BTC at 49500 realised -500
                           => bob deleveraged by 1 BTC at 49500 against alice realised 500
            show bob       => wallet 10500
            show fund      => equity 499.999999
            """
        );

    [Fact]
    public void A_fund_that_comes_out_at_zero_takes_over() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            open bob cross
            deposit alice 500
            deposit bob 10000
            deposit fund 500
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 100x
            ------
            mark BTC 49000 => alice liquidatable: 1 BTC equity -500 below 196
                           => fund takes 1 BTC from alice at 49500
                           => alice changes by -1 BTC at 49500 realised -500
                           => fund changes by 1 BTC at 49500 realised 0
            show fund      => equity 0
            """
        );

    // All have gained 1,000: bob on 5,000, dave on 10,000, carol on 50,000. Losers and the outside are never taken.
    [Fact]
    public void The_highest_profit_for_its_wallet_is_deleveraged_first() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            open carol cross
            open dave cross
            open bob cross
            open loser cross
            deposit alice 750
            deposit carol 50000
            deposit dave 10000
            deposit bob 5000
            deposit loser 50000
            mark BTC 50000
            trade outside buys 1 BTC from carol at 50000 10x
            trade outside buys 1 BTC from dave at 50000 10x
            trade outside buys 1 BTC from bob at 50000 10x
            adopt loser -1 BTC entry 48000 margin 0 10x
            trade alice buys 1.5 BTC from outside at 50000 100x
            ------
            mark BTC 49000 => alice liquidatable: 1.5 BTC equity -750 below 294
                           => bob changes by 1 BTC at 49500 realised 500
                           => alice changes by -1 BTC at 49500 realised -500
                           => bob deleveraged by 1 BTC at 49500 against alice realised 500
                           => dave changes by 0.5 BTC at 49500 realised 250
                           => alice changes by -0.5 BTC at 49500 realised -250
                           => dave deleveraged by 0.5 BTC at 49500 against alice realised 250
            """
        );

    // carol: 120/95 x 95,000/125,000 = 0.96. bob: 100/95 x 95,000/105,000 = 0.952. At 100,000, alice loses nothing more.
    [Fact]
    public void Negative_equity_closes_winners_at_the_previous_mark() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            open bob cross
            open carol cross
            deposit alice 1250
            deposit bob 100000
            deposit carol 100000
            mark BTC 100000
            adopt bob -1 BTC entry 100000 margin 0 1x
            adopt carol -1 BTC entry 120000 margin 0 1x
            adopt alice 1 BTC entry 100000 margin 1250 40x
            ------
            mark BTC 95000 => alice liquidatable: 1 BTC equity -3750 below 1187.5
                           => carol changes by 1 BTC at 100000 realised 20000
                           => alice changes by -1 BTC at 100000 realised 0
                           => carol deleveraged by 1 BTC at 100000 against alice realised 20000
                           => alice margin moves -1250
            """
        );

    // The vault took over at 98,750 with 100 of its own: below 98,650 it is insolvent, and its inventory meets bob.
    [Fact]
    public void An_insolvent_vault_is_deleveraged_like_anybody() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            open bob cross
            deposit alice 1250
            deposit bob 50000
            deposit fund 100
            mark BTC 100000
            adopt bob -0.6 BTC entry 100000 margin 0 2x
            adopt alice 1 BTC entry 100000 margin 1250 40x
            ------
            mark BTC 99500 => alice liquidatable: 1 BTC equity 750 below 1243.75
                           => fund takes 1 BTC from alice at 98750
                           => alice changes by -1 BTC at 98750 realised -1250
                           => fund changes by 1 BTC at 98750 realised 0
            mark BTC 98650
            show fund      => equity 0
            mark BTC 98000 => bob changes by 0.6 BTC at 98650 realised 810
                           => fund changes by -0.6 BTC at 98650 realised -60
                           => bob deleveraged by 0.6 BTC at 98650 against fund realised 810
            show fund      => equity -260
            unwind BTC 0.4 => fund changes by -0.4 BTC at 98000 realised -300
                           => fund unwinds 0.4 BTC at 98000 realised -300
                           => fund leaves 260 unpaid
            show unpaid    => 260
            """
        );

    [Fact]
    public void What_no_winner_takes_the_vault_takes_at_the_bankruptcy_price_and_may_never_pay() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            deposit alice 1250
            mark BTC 100000
            adopt alice 1 BTC entry 100000 margin 1250 40x
            ------
            mark BTC 95000 => alice liquidatable: 1 BTC equity -3750 below 1187.5
                           => fund takes 1 BTC from alice at 98750
                           => alice changes by -1 BTC at 98750 realised -1250
                           => fund changes by 1 BTC at 98750 realised 0
            show fund      => equity -3750
            show unpaid    => 0
            unwind BTC 1   => fund changes by -1 BTC at 95000 realised -3750
                           => fund unwinds 1 BTC at 95000 realised -3750
                           => fund leaves 3750 unpaid
            show unpaid    => 3750
            """
        );

    // The outside account stands for the rest of the world: it may owe, and nobody pays for it.
    [Fact]
    public void The_outside_account_has_no_deficit_to_cover() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice cross
            deposit alice 10000
            deposit fund 5000
            mark BTC 50000
            trade outside buys 1 BTC from alice at 50000 10x
            ------
            trade alice buys 1 BTC from outside at 49000 10x => alice changes by 1 BTC at 49000 realised 1000
            show outside    => wallet -1000
            show fund       => equity 5000
            show unpaid     => 0
            """
        );
}
