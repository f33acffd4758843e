using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    private static VenueRules AnyPrice { get; } =
        WorkedVenues.Binance with
        {
            Liquidation = WorkedVenues.Binance.Liquidation with { OrderLimitedAtBankruptcyPrice = false },
        };

    // 198.7 of equity at 49,698.7 are used up at 49,500; the market pays one per cent less than the mark.
    [Fact]
    public void Where_the_market_is_worse_than_the_bankruptcy_price_the_fund_takes_over() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 500
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => fund takes 1 BTC from alice at 49500
                             => alice changes by -1 BTC at 49500 realised -500
                             => fund changes by 1 BTC at 49500 realised 0
            show fund        => equity 198.7
            unwind BTC 0.4   => fund changes by -0.4 BTC at 49201.7 realised -119.32
                             => fund unwinds 0.4 BTC at 49201.7 realised -119.32
            """,
            OnePercentWorse
        );

    [Fact]
    public void An_engine_that_works_on_one_account_leaves_the_next_to_the_next_mark() =>
        Specify(
            WorkedVenues.Binance with
            {
                Liquidation = WorkedVenues.Binance.Liquidation with { Throughput = 1 },
            },
            """
            open alice isolated
            open bob isolated
            deposit alice 500
            deposit bob 500
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            trade bob buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => fund takes 1 BTC from alice at 49500
                             => alice changes by -1 BTC at 49500 realised -500
                             => fund changes by 1 BTC at 49500 realised 0
            mark BTC 49698.7 => bob liquidatable: 1 BTC equity 198.7 below 198.7948
                             => fund takes 1 BTC from bob at 49500
                             => bob changes by -1 BTC at 49500 realised -500
                             => fund changes by 1 BTC at 49500 realised 0
            """,
            OnePercentWorse
        );

    [Fact]
    public void An_order_without_a_limit_fills_beyond_and_the_fund_pays_as_far_as_it_goes() =>
        Specify(
            AnyPrice,
            """
            open alice isolated
            deposit alice 500
            deposit fund 100
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => alice changes by -1 BTC at 49201.7 realised -798.3
                             => alice order: 1 BTC fills at 49201.7
                             => fund pays alice 100
                             => alice leaves 198.3 unpaid
            show alice       => wallet 0
            show fund        => equity 0
            show unpaid      => 198.3
            """,
            OnePercentWorse
        );

    // 1.25 % of 49,698.7 would be 621.23; of a fee of 0.1 % 49.70 is charged and the rest goes home.
    [Fact]
    public void What_fee_and_loss_leave_is_the_traders() =>
        Specify(
            WorkedVenues.Binance with
            {
                Liquidation = WorkedVenues.Binance.Liquidation with { ClearanceFee = Rate.FromDecimal(0.001m) },
            },
            """
            open alice isolated
            deposit alice 500
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => alice changes by -1 BTC at 49698.7 realised -301.3
                             => alice order: 1 BTC fills at 49698.7
                             => alice pays fund 49.6987
                             => alice margin moves -149.0013
            """
        );

    // Of 49,698.7 in BTC 0.1 %, of 1,987.9 in ETH the venue's 1.25 %, which is more than the 7.9 that are left.
    [Fact]
    public void An_instrument_may_charge_a_fee_of_its_own() =>
        Specify(
            WorkedVenues.Binance with
            {
                Instruments =
                [
                    WorkedVenues.Binance.Instruments[0] with
                    {
                        ClearanceFee = Rate.FromDecimal(0.001m),
                    },
                    WorkedVenues.Binance.Instruments[1],
                ],
            },
            """
            open alice isolated
            open bob isolated
            deposit alice 500
            deposit bob 20
            mark BTC 50000
            mark ETH 2000
            trade alice buys 1 BTC from outside at 50000 100x
            trade bob buys 1 ETH from outside at 2000 100x
            ------
            mark BTC 49698.7 => alice liquidatable: 1 BTC equity 198.7 below 198.7948
                             => alice changes by -1 BTC at 49698.7 realised -301.3
                             => alice order: 1 BTC fills at 49698.7
                             => alice pays fund 49.6987
                             => alice margin moves -149.0013
            mark ETH 1987.9  => bob liquidatable: 1 ETH equity 7.9 below 7.9516
                             => bob changes by -1 ETH at 1987.9 realised -12.1
                             => bob order: 1 ETH fills at 1987.9
                             => bob pays fund 7.9
            """
        );

    // alice's price is 49,698.7 and carol's 49,196.7: the mark has passed alice's by more, though carol is older.
    [Fact]
    public void The_deepest_goes_first() =>
        Specify(
            WorkedVenues.Binance,
            """
            open carol isolated
            open alice isolated
            deposit carol 1000
            deposit alice 500
            mark BTC 50000
            trade carol buys 1 BTC from outside at 50000 50x
            trade alice buys 1 BTC from outside at 50000 100x
            ------
            mark BTC 49100 => alice liquidatable: 1 BTC equity -400 below 196.4
                           => fund takes 1 BTC from alice at 49500
                           => alice changes by -1 BTC at 49500 realised -500
                           => fund changes by 1 BTC at 49500 realised 0
                           => carol liquidatable: 1 BTC equity 100 below 196.4
                           => carol changes by -1 BTC at 49100 realised -900
                           => carol order: 1 BTC fills at 49100
                           => carol pays fund 100
            """
        );

    // 10 BTC ask 12,500 at 100,000. A fifth goes; 8 BTC are due again below 99,683.8: within 30 s as a whole.
    [Fact]
    public void A_fifth_goes_first_and_for_thirty_seconds_what_follows_is_whole() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            deposit alice 12500
            mark BTC 100000
            adopt alice 10 BTC entry 100000 margin 12500 40x
            ------
            mark BTC 99999 => alice liquidatable: 10 BTC equity 12490 below 12499.875
                           => alice changes by -2 BTC at 99999 realised -2
                           => alice order: 2 BTC fills at 99999
            mark BTC 99684
            at 29s
            mark BTC 99683 => alice liquidatable: 8 BTC equity 9962 below 9968.3
                           => alice changes by -8 BTC at 99683 realised -2536
                           => alice order: 8 BTC fills at 99683
                           => alice margin moves -9962
            """
        );

    [Fact]
    public void After_thirty_seconds_a_fifth_goes_first_again() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            deposit alice 12500
            mark BTC 100000
            adopt alice 10 BTC entry 100000 margin 12500 40x
            mark BTC 99999
            ------
            at 30s
            mark BTC 99683 => alice liquidatable: 8 BTC equity 9962 below 9968.3
                           => alice changes by -1.6 BTC at 99683 realised -507.2
                           => alice order: 1.6 BTC fills at 99683
            show alice BTC => 6.4 BTC cost 640000 margin 11990.8 owes 0 equity 9962 maintenance 7974.64
            """
        );

    // 100,000 exactly is closed as a whole; one lot more is not. A fifth of 100,001 lots is rounded up.
    [Fact]
    public void Only_above_the_threshold_orders_are_partial() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open above isolated
            open at isolated
            deposit above 1249
            deposit at 1249
            mark BTC 100100
            adopt above 1.00001 BTC entry 100000 margin 1249 40x
            adopt at 1 BTC entry 100000 margin 1249 40x
            ------
            mark BTC 100000 => above liquidatable: 1.00001 BTC equity 1249 below 1250.0125
                            => above changes by -0.20001 BTC at 100000 realised 0
                            => above order: 0.20001 BTC fills at 100000
                            => at liquidatable: 1 BTC equity 1249 below 1250
                            => at changes by -1 BTC at 100000 realised 0
                            => at order: 1 BTC fills at 100000
                            => at margin moves -1249
            """
        );

    // At 99,600 the position asks 1,245, of which 830 are two thirds; a notional of 99,600 is below partial orders.
    [Fact]
    public void Below_two_thirds_the_vault_takes_over_and_not_at_two_thirds() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open exact isolated
            open below isolated
            deposit exact 1230
            deposit below 1229
            mark BTC 101000
            adopt exact 1 BTC entry 100000 margin 1230 40x
            adopt below 1 BTC entry 100000 margin 1229 40x
            ------
            mark BTC 99600 => below liquidatable: 1 BTC equity 829 below 1245
                           => fund takes 1 BTC from below at 98771
                           => below changes by -1 BTC at 98771 realised -1229
                           => fund changes by 1 BTC at 98771 realised 0
                           => exact liquidatable: 1 BTC equity 830 below 1245
                           => exact changes by -1 BTC at 99600 realised -400
                           => exact order: 1 BTC fills at 99600
                           => exact margin moves -830
            """
        );

    // 0.00003 BTC lose 0.00003 a tick: 0.00011 of equity last for 3.67 ticks, and closing after three leaves 0.00002.
    [Fact]
    public void What_rounding_the_bankruptcy_price_leaves_is_forfeited() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice isolated
            deposit alice 1
            mark BTC 100000
            adopt alice 0.00003 BTC entry 99990 margin 0.0398 40x
            ------
            mark BTC 98667 => alice liquidatable: 0.00003 BTC equity 0.00011 below 0.037001
                           => fund takes 0.00003 BTC from alice at 98664
                           => alice changes by -0.00003 BTC at 98664 realised -0.03978
                           => fund changes by 0.00003 BTC at 98664 realised 0
                           => alice pays fund 0.00002
            """
        );

    // The fund was short at 49,000; alice's position closes that at 49,800. A debt without inventory is nobody's to pay.
    [Fact]
    public void A_take_over_that_empties_the_fund_shows_what_it_owes() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 200
            mark BTC 50000
            trade outside buys 1 BTC from fund at 49000 1x
            adopt alice 1 BTC entry 50000 margin 200 100x
            ------
            show fund        => equity -1000
            mark BTC 49999.9 => alice liquidatable: 1 BTC equity 199.9 below 199.9996
                             => fund takes 1 BTC from alice at 49800
                             => alice changes by -1 BTC at 49800 realised -200
                             => fund changes by 1 BTC at 49800 realised -800
                             => fund leaves 800 unpaid
            show unpaid      => 800
            """,
            OnePercentWorse
        );

    // Selling half at 92,000 leaves 1,000 where 1,125 are asked. The mark then pays back part of the debt, not all.
    [Fact]
    public void A_mark_that_makes_up_for_some_of_a_cross_accounts_debt_still_liquidates() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open alice cross
            deposit alice 5000
            mark BTC 100000
            mark ETH 2500
            adopt alice 1 BTC entry 100000 margin 0 40x
            adopt alice 10 ETH entry 2500 margin 0 25x
            trade outside buys 0.5 BTC from alice at 92000 40x
            ------
            show alice BTC  => 0.5 BTC cost 50000 margin 0 owes 0 equity 1000 maintenance 1125
            mark BTC 100200 => alice liquidatable: 0.5 BTC equity 1100 below 1126.25
                            => alice changes by -0.5 BTC at 100200 realised 100
                            => alice order: 0.5 BTC fills at 100200
            show alice ETH  => 10 ETH cost 25000 margin 0 owes 0 equity 1100 maintenance 500
            """
        );
}
