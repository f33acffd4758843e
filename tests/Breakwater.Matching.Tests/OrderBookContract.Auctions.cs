namespace Breakwater.Matching.Tests;

public abstract partial class OrderBookContract
{
    [Fact]
    public void A_halt_keeps_orders_and_lets_them_go() =>
        Check(
            """
            buy 5 @ 99                     -> accepted 1
            buy 5 @ 98 until 10            -> accepted 2
            sell 1 stop mark 90            -> accepted 3
            halt                           -> halted
            halt                           ->
            buy 1 @ 97                     -> rejected TradingHalted
            mark 90                        ->
            time 10                        -> expired 5 of 2
            resume                         -> resumed 0 @ 0 imbalance 0, triggered 3 by 90, filled 1 @ 99 (3 takes 1)
            cancel 1                       -> cancelled 4 of 1 Requested
            resume                         ->
            | bid | price | ask |
            """
        );

    [Fact]
    public void An_auction_trades_the_largest_volume_at_one_price() =>
        Check(
            """
            auction                        -> gathering
            buy 1                          -> rejected NotInAuction
            buy 1 @ 100 ioc                -> rejected NotInAuction
            buy 1 @ 100 post               -> rejected NotInAuction
            buy 10 @ 103                   -> accepted 1
            buy 10 @ 101                   -> accepted 2
            sell 6 @ 99                    -> accepted 3
            sell 9 @ 101                   -> accepted 4
            sell 9 @ 104                   -> accepted 5
            resume                         -> resumed 15 @ 101 imbalance 5, filled 6 @ 101 (1 buys from 3), filled 4 @ 101 (1 buys from 4), filled 5 @ 101 (2 buys from 4)
            | bid | price | ask |
            |     | 104   | 9   |
            | 5   | 101   |     |
            """
        );

    [Fact]
    public void Equal_volume_goes_to_the_least_imbalance() =>
        Check(
            """
            auction         -> gathering
            buy 10 @ 105    -> accepted 1
            sell 10 @ 100   -> accepted 2
            buy 4 @ 100     -> accepted 3
            sell 2 @ 105    -> accepted 4
            buy 1 @ 102     -> accepted 5
            resume          -> resumed 10 @ 102 imbalance 1, filled 10 @ 102 (1 buys from 2)
            | bid | price | ask |
            |     | 105   | 2   |
            | 1   | 102   |     |
            | 4   | 100   |     |
            """
        );

    [Theory]
    [InlineData(1, 100)]
    [InlineData(104, 106)]
    [InlineData(102, 100)]
    [InlineData(103, 100)]
    [InlineData(900, 106)]
    public void Equal_imbalance_goes_to_the_mark_and_then_to_the_lower_price(int mark, int price) =>
        Check(
            $"""
            sell 1 @ 106     -> accepted 1
            buy 1 @ 106      -> accepted 2, filled 1 @ 106 (2 takes 1)
            mark {mark, -4}        ->
            auction          -> gathering
            buy 10 @ 106     -> accepted 3
            sell 10 @ 100    -> accepted 4
            resume           -> resumed 10 @ {price} imbalance 0, filled 10 @ {price} (3 buys from 4)
            """
        );

    [Theory]
    [InlineData(99, 100)]
    [InlineData(102, 100)]
    [InlineData(103, 100)]
    [InlineData(104, 106)]
    [InlineData(107, 106)]
    public void Without_a_mark_equal_imbalance_goes_to_the_last_trade_and_then_to_the_lower_price(
        int last,
        int price
    ) =>
        Check(
            $"""
            sell 1 @ {last, -4}    -> accepted 1
            buy 1 @ {last, -4}     -> accepted 2, filled 1 @ {last} (2 takes 1)
            auction          -> gathering
            buy 10 @ 106     -> accepted 3
            sell 10 @ 100    -> accepted 4
            resume           -> resumed 10 @ {price} imbalance 0, filled 10 @ {price} (3 buys from 4)
            """
        );

    [Fact]
    public void Without_a_mark_or_a_trade_equal_imbalance_goes_to_the_lower_price() =>
        Check(
            """
            index 106        ->
            auction          -> gathering
            buy 10 @ 106     -> accepted 1
            buy 3 @ 99       -> accepted 2
            sell 10 @ 100    -> accepted 3
            sell 3 @ 107     -> accepted 4
            resume           -> resumed 10 @ 100 imbalance 0, filled 10 @ 100 (1 buys from 3)
            | bid | price | ask |
            |     | 107   | 3   |
            | 3   | 99    |     |
            """
        );

    [Fact]
    public void Imbalances_of_one_size_are_equal_whichever_side_is_over() =>
        Check(
            """
            mark 103         ->
            auction          -> gathering
            buy 10 @ 106     -> accepted 1
            buy 2 @ 100      -> accepted 2
            sell 10 @ 100    -> accepted 3
            sell 2 @ 106     -> accepted 4
            resume           -> resumed 10 @ 100 imbalance 2, filled 10 @ 100 (1 buys from 3)
            | bid | price | ask |
            |     | 106   | 2   |
            | 2   | 100   |     |
            """
        );

    [Fact]
    public void Hidden_quantity_counts_and_a_halted_auction_still_uncrosses() =>
        Check(
            """
            auction                -> gathering
            buy 9 @ 100 show 2     -> accepted 1
            sell 5 @ 100           -> accepted 2
            sell 3 stop last 100   -> accepted 3
            halt                   -> halted
            resume                 -> resumed 5 @ 100 imbalance 4, filled 2 @ 100 (1 buys from 2), replenished 1 shows 2 hides 5, filled 2 @ 100 (1 buys from 2), replenished 1 shows 2 hides 3, filled 1 @ 100 (1 buys from 2), triggered 3 by 100, filled 1 @ 100 (3 takes 1), replenished 1 shows 2 hides 1, filled 2 @ 100 (3 takes 1), replenished 1 shows 1 hides 0
            | bid | price | ask |
            | 1   | 100   |     |
            """
        );
}
