using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    // 500 of margin carry 1 BTC from 50,000 down to 49,500 / 0.996 = 49,698.79...
    [Fact]
    public void An_isolated_position_is_liquidated_at_the_first_tick_below_its_price() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 1000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49698.8
            show alice BTC    => 1 BTC cost 50000 margin 500 owes 0 equity 198.8 maintenance 198.7952
            mark BTC 49698.7  => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                              => alice changes by -1 BTC at 49698.7 realised -301.3
                              => alice order: 1 BTC fills at 49698.7
                              => alice pays fund 198.7
            show alice        => wallet 500
            show fund         => equity 198.7
            """
        );

    [Fact]
    public void Exactly_at_maintenance_margin_nobody_is_liquidated() =>
        Specify(
            WorkedVenues.Binance,
            """
            open long isolated
            open short isolated
            deposit long 200
            deposit short 200
            mark BTC 50000
            adopt long 1 BTC entry 50000 margin 200 100x
            adopt short -1 BTC entry 50000 margin 200 100x
            ------
            mark BTC 50000
            show long BTC    => 1 BTC cost 50000 margin 200 owes 0 equity 200 maintenance 200
            show short BTC   => -1 BTC cost -50000 margin 200 owes 0 equity 200 maintenance 200
            mark BTC 49999.9 => long liquidatable: 1 BTC equity 199.9 below 199.9996
                             => long changes by -1 BTC at 49999.9 realised -0.1
                             => long order: 1 BTC fills at 49999.9
                             => long pays fund 199.9
            mark BTC 50000.1 => short liquidatable: -1 BTC equity 199.9 below 200.0004
                             => short changes by 1 BTC at 50000.1 realised -0.1
                             => short order: -1 BTC fills at 50000.1
                             => short pays fund 199.9
            """
        );

    // 300,000: both brackets say 1,200. 500,000 x 0.5 % - 300. 5,000,000 x 1 % - 12,000.
    [Fact]
    public void Brackets_charge_each_part_its_own_rate() =>
        Specify(
            WorkedVenues.Binance,
            """
            open floor cross
            open second cross
            open fourth cross
            deposit floor 50000
            deposit second 2200
            deposit fourth 50000
            mark BTC 50000
            ------
            adopt floor 6 BTC entry 50000 margin 0 100x     => floor changes by 6 BTC at 50000 realised 0
            adopt second 10 BTC entry 50000 margin 0 100x   => second changes by 10 BTC at 50000 realised 0
            adopt fourth -100 BTC entry 50000 margin 0 50x  => fourth changes by -100 BTC at 50000 realised 0
            show floor BTC   => 6 BTC cost 300000 margin 0 owes 0 equity 50000 maintenance 1200
            show second BTC  => 10 BTC cost 500000 margin 0 owes 0 equity 2200 maintenance 2200
            show fourth BTC  => -100 BTC cost -5000000 margin 0 owes 0 equity 50000 maintenance 38000
            mark BTC 50000
            mark BTC 49999.9 => second liquidatable: 10 BTC equity 2199 below 2199.995
                             => second changes by -10 BTC at 49999.9 realised -1
                             => second order: 10 BTC fills at 49999.9
                             => second pays fund 2199
            """
        );

    // 200M x 2.5 % - 150M x 1.25 %. In ether above 100M: 150M / 30 - 100M x (1/30 - 1/50), which is no whole number.
    [Fact]
    public void Hyperliquid_charges_half_of_the_highest_leverages_margin() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open whale cross
            open shark cross
            deposit whale 10000000
            deposit shark 10000000
            mark BTC 100000
            mark ETH 2500
            adopt whale 2000 BTC entry 100000 margin 0 20x
            adopt shark 60000 ETH entry 2500 margin 0 15x
            ------
            show whale BTC => 2000 BTC cost 200000000 margin 0 owes 0 equity 10000000 maintenance 3125000
            show shark ETH => 60000 ETH cost 150000000 margin 0 owes 0 equity 10000000 maintenance 3666666.666666
            """
        );

    // Ten accounts of 6 BTC stand just where one of 6 BTC stands; a bracket higher begins for them at 60 BTC.
    [Fact]
    public void An_account_of_weight_ten_is_ten_accounts() =>
        Specify(
            WorkedVenues.Binance,
            """
            open crowd cross x10
            open one cross
            deposit crowd 50000
            deposit one 5000
            mark BTC 50000
            ------
            trade crowd buys 60 BTC from outside at 50000 150x  => crowd rejected: LeverageAboveLimit
            trade one buys 6 BTC from outside at 50000 150x     => one rejected: LeverageAboveLimit
            trade crowd buys 59.999 BTC from outside at 50000 150x => crowd changes by 59.999 BTC at 50000 realised 0
            trade crowd buys 0.001 BTC from outside at 50000 100x => crowd changes by 0.001 BTC at 50000 realised 0
            trade one buys 6 BTC from outside at 50000 100x     => one changes by 6 BTC at 50000 realised 0
            show crowd BTC => 60 BTC cost 3000000 margin 0 owes 0 equity 50000 maintenance 12000
            show one BTC   => 6 BTC cost 300000 margin 0 owes 0 equity 5000 maintenance 1200
            """
        );

    // Two positions share 2,000. After the larger is closed, 1,700 carry the other, which asks 500.
    [Fact]
    public void Cross_margin_closes_the_position_that_asks_most_and_stops_when_safe() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice cross
            deposit alice 2000
            mark BTC 100000
            mark ETH 2500
            adopt alice 1 BTC entry 100000 margin 0 40x
            adopt alice -10 ETH entry 2500 margin 0 25x
            ------
            mark BTC 99747
            mark BTC 99746   => alice liquidatable: 1 BTC equity 1746 below 1746.825
                             => alice changes by -1 BTC at 99746 realised -254
                             => alice order: 1 BTC fills at 99746
            show alice ETH   => -10 ETH cost -25000 margin 0 owes 0 equity 1746 maintenance 500
            """
        );

    // One millionth of slack for two positions: either may lose it, and both together lose more.
    [Fact]
    public void A_cross_account_is_found_though_each_position_lost_no_more_than_the_slack() =>
        Specify(
            Coins(Rate.FromFraction(1, 1_000_000)),
            """
            open alice cross
            deposit alice 0.000003
            mark A 0.001
            mark B 0.001
            adopt alice 1 A entry 0.001 margin 0 1x
            adopt alice 1 B entry 0.001 margin 0 1x
            ------
            mark A 0.000999
            show alice A    => 1 A cost 0.001 margin 0 owes 0 equity 0.000002 maintenance 0.000002
            mark B 0.000999 => alice liquidatable: 1 B equity 0.000001 below 0.000002
                            => alice changes by -1 A at 0.000999 realised -0.000001
                            => alice order: 1 A fills at 0.000999
                            => alice pays fund 0.000001
                            => alice changes by -1 B at 0.000999 realised -0.000001
                            => alice order: 1 B fills at 0.000999
            """
        );

    [Fact]
    public void A_flip_sets_margin_aside_for_what_it_opens() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 20000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 10x
            ------
            trade outside buys 3 BTC from alice at 51000 10x => alice margin moves 10200
                                                             => alice changes by -3 BTC at 51000 realised 1000
            show alice      => wallet 4800
            show alice BTC  => -2 BTC cost -102000 margin 16200 owes 0 equity 18200 maintenance 400
            trade alice buys 2 BTC from outside at 50000 10x => alice changes by 2 BTC at 50000 realised 2000
                                                             => alice margin moves -18200
            show alice      => wallet 23000
            """
        );

    // 150.0002 / 3 is no whole number of millionths: the part that is closed takes the floor along, here and for shorts.
    [Fact]
    public void Closing_a_part_takes_its_share_of_the_cost_along() =>
        Specify(
            WorkedVenues.Binance,
            """
            open long cross
            open short cross
            deposit long 1000
            deposit short 1000
            mark BTC 50000
            trade long buys 0.001 BTC from short at 50000 10x
            trade long buys 0.002 BTC from short at 50000.1 10x
            ------
            trade short buys 0.001 BTC from long at 50000 10x => short changes by 0.001 BTC at 50000 realised 0.000067
                                                              => long changes by -0.001 BTC at 50000 realised -0.000066
            show long BTC   => 0.002 BTC cost 100.000134 margin 0 owes 0 equity 999.9998 maintenance 0.4
            show short BTC  => -0.002 BTC cost -100.000133 margin 0 owes 0 equity 1000.0002 maintenance 0.4
            """
        );

    // Buying above the mark has lost 100 at once.
    [Fact]
    public void What_is_lost_at_once_must_be_there_too() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 600.999999
            mark BTC 50000
            ------
            trade alice buys 1 BTC from outside at 50100 100x => alice rejected: InsufficientMargin
            deposit alice 0.000001
            trade alice buys 1 BTC from outside at 50100 100x => alice margin moves 601
                                                              => alice changes by 1 BTC at 50100 realised 0
            """
        );
}
