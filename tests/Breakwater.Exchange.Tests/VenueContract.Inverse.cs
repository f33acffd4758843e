using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    /// <summary>Contracts A and B of one dollar in a coin of millionths: at 300,000 one is worth three and a third of them.</summary>
    private static VenueRules Contracts =>
        WorkedVenues.Binance with
        {
            Settlement = s_coin,
            Instruments = [Contract(0, "A"), Contract(1, "B")],
        };

    private static readonly Currency s_coin = new("COIN", 6);

    // Three and a third are booked as four on both sides.
    [Fact]
    public void Long_and_short_that_open_at_the_mark_are_asked_alike_and_lack_nothing_afterwards() =>
        Specify(
            Contracts,
            """
            open long cross
            open short cross
            open alone isolated
            deposit long 0.000004
            deposit short 0.000004
            deposit alone 0.000002
            mark A 300000
            trade long buys 1 A from short at 300000 1x
            trade outside buys 1 A from alone at 300000 2x
            ------
            show alone A             => -1 A cost 0.000004 margin 0.000002 owes 0 equity 0.000001 maintenance 0.000001
            show short A             => -1 A cost 0.000004 margin 0 owes 0 equity 0.000003 maintenance 0.000001
            withdraw short 0.000001  => short rejected: InsufficientMargin
            withdraw long 0.000001   => long rejected: InsufficientMargin
            deposit short 0.000001
            withdraw short 0.000001
            deposit long 0.000001
            withdraw long 0.000001
            """
        );

    // Two are worth six and two thirds, booked as four and four: the short has paid one more than they cost together.
    [Fact]
    public void A_short_that_adds_is_asked_for_what_its_parts_cost_more_than_the_whole() =>
        Specify(
            Contracts,
            """
            open long cross
            open short cross
            deposit long 0.000008
            deposit short 0.000008
            mark A 300000
            trade long buys 1 A from short at 300000 1x
            ------
            trade long buys 1 A from short at 300000 1x  => short rejected: InsufficientMargin
            deposit short 0.000001
            trade long buys 1 A from short at 300000 1x  => long changes by 1 A at 300000 realised 0
                                                         => short changes by -1 A at 300000 realised 0
            show short A                                 => -2 A cost 0.000008 margin 0 owes 0 equity 0.000007 maintenance 0.000001
            deposit short 0.000001
            withdraw short 0.000001
            """
        );

    // Half a millionth is worth nothing to a short, and has cost one.
    [Fact]
    public void Several_shorts_each_worth_less_than_a_unit_of_the_coin_share_an_account() =>
        Specify(
            Contracts,
            """
            open short cross
            deposit short 0.00001
            mark A 2000000
            mark B 2000000
            trade outside buys 1 A from short at 2000000 1x
            trade outside buys 1 B from short at 2000000 1x
            ------
            funding A 0.01 at 2000000
            show short A    => -1 A cost 0.000001 margin 0 owes 0 equity 0.000008 maintenance 0
            mark A 100000
            show short A    => -1 A cost 0.000001 margin 0 owes 0 equity 0.000018 maintenance 0.000001
            """
        );

    private static InstrumentRules Contract(int id, string symbol) =>
        new(
            Instrument.Inverse(new InstrumentId(id), symbol, s_coin, tickSize: 1, lotSize: 1),
            MarginSchedule.FromBrackets([(Money.Zero, Rate.FromFraction(1, 100), Leverage.FromMultiple(50))])
        );
}
