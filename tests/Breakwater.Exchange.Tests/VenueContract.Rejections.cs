using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    // Each line mends what the one before was refused for.
    [Fact]
    public void A_trade_is_refused_for_the_first_reason_that_applies() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            open bob isolated
            open carol isolated
            deposit alice 499.999999
            ------
            trade nobody buys 0 DOGE from alice at 0 151x    => nobody rejected: UnknownAccount
            trade alice buys 0 DOGE from nobody at 0 151x    => nobody rejected: UnknownAccount
            trade alice buys 0 DOGE from alice at 0 151x     => alice rejected: UnknownAccount
            trade alice buys 0 DOGE from bob at 0 151x       => alice rejected: UnknownInstrument
            trade alice buys 0 BTC from bob at 0 151x        => alice rejected: QuantityNotPositive
            trade alice buys -1 BTC from bob at 0 151x       => alice rejected: QuantityNotPositive
            trade alice buys 1 BTC from bob at 0 151x        => alice rejected: PriceOutOfRange
            trade alice buys 1 BTC from bob at 107374182.3 151x => alice rejected: PriceOutOfRange
            trade alice buys 1 BTC from bob at 50000 151x    => alice rejected: NoMarkPrice
            mark BTC 50000
            mark ETH 2500
            trade carol buys 1 ETH from bob at 2500 151x     => carol rejected: TablesFull
            trade alice buys 1 BTC from outside at 50000 151x => alice rejected: LeverageAboveLimit
            trade alice buys 1 BTC from outside at 50000 100x => alice rejected: InsufficientMargin
            deposit alice 0.000001
            trade alice buys 1 BTC from outside at 50000 100x => alice margin moves 500
                                                             => alice changes by 1 BTC at 50000 realised 0
            """,
            limits: new Limits(Accounts: 3, Positions: 1)
        );

    [Fact]
    public void Both_sides_of_a_trade_must_afford_it_the_buyer_first() =>
        Specify(
            WorkedVenues.Binance,
            """
            open rich cross
            open poor cross
            deposit rich 10000
            mark BTC 50000
            ------
            trade rich buys 1 BTC from poor at 50000 10x => poor rejected: InsufficientMargin
            trade poor buys 1 BTC from rich at 50000 10x => poor rejected: InsufficientMargin
            trade poor buys 1 BTC from rich at 50000 151x => poor rejected: LeverageAboveLimit
            """
        );

    [Fact]
    public void Closing_needs_no_margin_and_opening_no_more_than_is_there() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice cross
            deposit alice 5000
            mark BTC 50000
            ------
            trade alice buys 1 BTC from outside at 50000 10x => alice changes by 1 BTC at 50000 realised 0
            trade alice buys 0.001 BTC from outside at 50000 10x => alice rejected: InsufficientMargin
            withdraw alice 0.000001                          => alice rejected: InsufficientMargin
            mark BTC 50100
            withdraw alice 90.000001                         => alice rejected: InsufficientMargin
            withdraw alice 90
            trade outside buys 1 BTC from alice at 45100 151x => alice changes by -1 BTC at 45100 realised -4900
            withdraw alice 10.000001                         => alice rejected: InsufficientMargin
            withdraw alice 10
            """
        );

    [Fact]
    public void An_adoption_is_refused_for_the_first_reason_that_applies() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            open bob cross
            deposit alice 1000
            deposit bob 1000
            ------
            adopt nobody 0 DOGE entry 0 margin -1 1x         => nobody rejected: UnknownAccount
            adopt fund 0 DOGE entry 0 margin -1 1x           => fund rejected: UnknownAccount
            adopt alice 0 DOGE entry 0 margin -1 1x          => alice rejected: UnknownInstrument
            adopt alice 0 BTC entry 0 margin -1 1x           => alice rejected: QuantityNotPositive
            adopt alice 1 BTC entry 0 margin -1 1x           => alice rejected: PriceOutOfRange
            adopt alice 1 BTC entry 50000 margin -1 1x       => alice rejected: NoMarkPrice
            mark BTC 50000
            adopt alice 1 BTC entry 50000 margin -1 1x       => alice rejected: InsufficientMargin
            adopt alice 1 BTC entry 50000 margin 1000.1 1x   => alice rejected: InsufficientMargin
            adopt bob 1 BTC entry 50000 margin 200 1x        => bob rejected: InsufficientMargin
            adopt alice 1 BTC entry 50000 margin 199.999999 1x => alice rejected: WouldBeLiquidated
            adopt bob 1 BTC entry 50800.1 margin 0 1x        => bob rejected: WouldBeLiquidated
            adopt alice 1 BTC entry 50000 margin 200 1x      => alice margin moves 200
                                                             => alice changes by 1 BTC at 50000 realised 0
            adopt alice 1 BTC entry 50000 margin 200 1x      => alice rejected: QuantityNotPositive
            adopt bob 1 BTC entry 50800 margin 0 1x          => bob changes by 1 BTC at 50800 realised 0
            """
        );

    // bob's wallet is 1,000 in debt; 30,000 of profit stand against it.
    [Fact]
    public void A_cross_account_in_profit_adopts_with_a_wallet_below_zero() =>
        Specify(
            WorkedVenues.Binance,
            """
            open bob cross
            deposit bob 1000
            mark BTC 50000
            mark ETH 2500
            adopt bob 1 BTC entry 20000 margin 0 1x
            adopt bob 1 ETH entry 2500 margin 0 1x
            trade outside buys 1 ETH from bob at 500 1x
            ------
            show bob                               => wallet -1000
            adopt bob 1 ETH entry 2500 margin 0 1x => bob changes by 1 ETH at 2500 realised 0
            """
        );

    [Fact]
    public void The_other_commands_are_refused_in_the_same_order() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            ------
            deposit nobody 0             => nobody rejected: UnknownAccount
            deposit alice 0              => alice rejected: AmountNotPositive
            deposit alice -1             => alice rejected: AmountNotPositive
            withdraw nobody 0            => nobody rejected: UnknownAccount
            withdraw alice 0             => alice rejected: AmountNotPositive
            withdraw alice 0.000001      => alice rejected: InsufficientMargin
            mark DOGE 0                  => nobody rejected: UnknownInstrument
            mark BTC 0                   => nobody rejected: PriceOutOfRange
            mark BTC 107374182.3         => nobody rejected: PriceOutOfRange
            mark BTC 107374182.2
            funding DOGE 0.0001 at 0     => nobody rejected: UnknownInstrument
            funding BTC 0.0001 at 0      => nobody rejected: PriceOutOfRange
            unwind DOGE 0                => fund rejected: UnknownInstrument
            unwind BTC 0                 => fund rejected: QuantityNotPositive
            unwind BTC 1
            """
        );
}
