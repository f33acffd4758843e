using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    // 0.001 BTC are 50 USDT; 1e-8 of them is half a millionth: the payer pays one, the receiver gets none.
    [Theory]
    [InlineData("0.00000001", "0.000001", "0")]
    [InlineData("-0.00000001", "0", "0.000001")]
    public void Funding_is_rounded_against_both_and_what_is_left_has_a_name(
        string rate,
        string byLong,
        string byShort
    ) =>
        Specify(
            WorkedVenues.Binance,
            $"""
            open long cross
            open short cross
            deposit long 100
            deposit short 100
            mark BTC 50000
            trade long buys 0.001 BTC from short at 50000 10x
            ------
            funding BTC {rate} at 50000
            show long BTC  => 0.001 BTC cost 50 margin 0 owes {byLong} equity {100 - Number(byLong)} maintenance 0.2
            show short BTC => -0.001 BTC cost -50 margin 0 owes {byShort} equity {100 - Number(byShort)} maintenance 0.2
            trade short buys 0.001 BTC from long at 50000 10x
                => short funding {-Number(byShort)} leaves 500000000 billionths
                => short changes by 0.001 BTC at 50000 realised 0
                => long funding {-Number(byLong)} leaves 500000000 billionths
                => long changes by -0.001 BTC at 50000 realised 0
            """
        );

    [Fact]
    public void Funding_goes_from_longs_to_shorts_and_back() =>
        Specify(
            WorkedVenues.Binance,
            """
            open long cross
            open short cross
            deposit long 10000
            deposit short 10000
            mark BTC 50000
            trade long buys 1 BTC from short at 50000 10x
            ------
            funding BTC 0.0001 at 50000
            show long BTC  => 1 BTC cost 50000 margin 0 owes 5 equity 9995 maintenance 200
            show short BTC => -1 BTC cost -50000 margin 0 owes -5 equity 10005 maintenance 200
            funding BTC -0.0003 at 40000
            show long BTC  => 1 BTC cost 50000 margin 0 owes -7 equity 10007 maintenance 200
            show short BTC => -1 BTC cost -50000 margin 0 owes 7 equity 9993 maintenance 200
            """
        );

    // 200 are just enough; 5 of funding are not. They are settled before the order fills.
    [Fact]
    public void Funding_alone_can_liquidate() =>
        Specify(
            WorkedVenues.Binance,
            """
            open alice isolated
            deposit alice 200
            mark BTC 50000
            adopt alice 1 BTC entry 50000 margin 200 100x
            ------
            funding BTC -0.0001 at 50000
            funding BTC 0.0002 at 50000 => alice liquidatable: 1 BTC equity 195 below 200
                                        => alice funding -5 leaves 0 billionths
                                        => alice changes by -1 BTC at 50000 realised 0
                                        => alice order: 1 BTC fills at 50000
                                        => alice pays fund 195
            """
        );

    // Shorts have been paid 104 % of the price in all. Who comes now is liquidated above 10,200 / 0.10125 = 100,740.7.
    [Fact]
    public void However_much_funding_was_paid_before_nobody_is_found_too_late() =>
        Specify(
            WorkedVenues.Hyperliquid,
            """
            open bob isolated
            deposit bob 200
            mark BTC 100000
            26 times funding BTC 0.04 at 100000
            adopt bob -0.1 BTC entry 100000 margin 200 40x
            ------
            mark BTC 100740
            mark BTC 100741 => bob liquidatable: -0.1 BTC equity 125.9 below 125.92625
                            => bob changes by 0.1 BTC at 100741 realised -74.1
                            => bob order: -0.1 BTC fills at 100741
                            => bob margin moves -125.9
            """
        );

    // One lot loses a unit a tick, nine tenths of what it is worth are asked: one unit owed moves its price by ten ticks.
    [Fact]
    public void Rounding_what_is_owed_makes_nobody_late() =>
        Specify(
            Coins(Rate.FromFraction(9, 10)),
            """
            open alice isolated
            deposit alice 1
            mark A 1
            adopt alice 1 A entry 1 margin 0.92 1x
            ------
            mark A 0.800009
            mark A 0.80001
            funding A 0.0000001 at 0.80001
            mark A 0.800009 => alice liquidatable: 1 A equity 0.720008 below 0.720009
                               => alice funding -0.000001 leaves 919999000 billionths
                               => alice changes by -1 A at 0.800009 realised -0.199991
                               => alice order: 1 A fills at 0.800009
                               => alice pays fund 0.010001
                               => alice margin moves -0.710007
            """
        );

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
