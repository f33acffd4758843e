using Breakwater.Domain;

namespace Breakwater.Matching.Tests;

public abstract partial class OrderBookContract
{
    [Fact]
    public void Self_trade_prevention_cancels_the_taker_the_maker_or_both() =>
        Check(
            """
            sell 2 @ 101 owner 1                    -> accepted 1
            sell 3 @ 101 owner 7                    -> accepted 2
            sell 4 @ 102 owner 7                    -> accepted 3
            buy 1 @ 101 owner 7                     -> accepted 4, filled 1 @ 101 (4 takes 1)
            buy 5 @ 101 owner 7 self CancelTaker    -> accepted 5, filled 1 @ 101 (5 takes 1), cancelled 4 of 5 SelfTrade
            buy 5 @ 101 owner 7 self CancelMaker    -> accepted 6, cancelled 3 of 2 SelfTrade
            sell 6 @ 101 owner 7 self CancelBoth    -> accepted 7, cancelled 5 of 6 SelfTrade, cancelled 6 of 7 SelfTrade
            buy 4 @ 102 owner 8 self CancelTaker    -> accepted 8, filled 4 @ 102 (8 takes 3)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Self_trade_prevention_decrements_both() =>
        Check(
            """
            sell 3 @ 101 owner 7                   -> accepted 1
            sell 6 @ 101 owner 7 show 2            -> accepted 2
            buy 4 @ 101 owner 7 self Decrement     -> accepted 3, decremented 3 (3 meets 1), decremented 1 (3 meets 2)
            buy 6 @ 101 owner 7 self Decrement     -> accepted 4, decremented 1 (4 meets 2), replenished 2 shows 2 hides 2, decremented 2 (4 meets 2), replenished 2 shows 2 hides 0, decremented 2 (4 meets 2)
            sell 1 stop last 200                   -> accepted 5
            | bid | price | ask |
            | 1   | 101   |     |
            """
        );

    [Fact]
    public void Fill_or_kill_counts_only_what_its_own_orders_leave_it() =>
        Check(
            """
            sell 6 @ 101 show 2                         -> accepted 1
            sell 1 @ 101 owner 7                        -> accepted 2
            buy 3 @ 101 owner 7 fok self CancelTaker    -> accepted 3, cancelled 3 of 3 NotFillable
            buy 2 @ 101 owner 7 fok self CancelTaker    -> accepted 4, filled 2 @ 101 (4 takes 1), replenished 1 shows 2 hides 2
            buy 5 @ 101 owner 7 fok self CancelMaker    -> accepted 5, cancelled 5 of 5 NotFillable
            buy 4 @ 101 owner 7 fok self CancelMaker    -> accepted 6, cancelled 1 of 2 SelfTrade, filled 2 @ 101 (6 takes 1), replenished 1 shows 2 hides 0, filled 2 @ 101 (6 takes 1)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Rejections_have_a_precedence() =>
        Check(
            new BookRules
            {
                PriceStep = 5,
                QuantityStep = 2,
                MaxPrice = Price.FromTicks(10_000),
                MaxQuantity = Quantity.FromLots(100),
                MinNotional = Money.FromMinorUnits(10_000),
                Band = Rate.FromFraction(1, 10),
            },
            """
            mark 1000                                 ->
            buy 0 ioc post                            -> rejected ContradictoryTerms
            buy 0 @ 3                                 -> rejected InvalidQuantity
            buy 102 @ 3                               -> rejected InvalidQuantity
            buy 3 @ 3                                 -> rejected QuantityOffStep
            buy 2 @ 0                                 -> rejected InvalidPrice
            buy 2 @ 10005                             -> rejected InvalidPrice
            buy 2 @ 3 show 1                          -> rejected PriceOffStep
            buy 2 @ 10 show 1                         -> rejected InvalidDisplay
            buy 2 @ 10 show 4                         -> rejected InvalidDisplay
            buy 2 @ 10 stop mark 3 until 0            -> rejected InvalidStop
            buy 2 @ 10 until 0                        -> rejected AlreadyExpired
            sell 2 @ 10 post                          -> rejected NotionalTooSmall
            sell 2 @ 10 reduce                        -> rejected PriceOutsideBand
            buy 2 @ 1105 post                         -> rejected PriceOutsideBand
            buy 2 stop mark 1000                      -> rejected StopWouldTrigger
            buy 2 @ 1100 post                         -> accepted 1
            sell 2 @ 1100 post                        -> rejected PostOnlyWouldTake
            buy 2 @ 5 reduce                          -> accepted 2
            halt                                      -> halted
            buy 0 ioc post                            -> rejected TradingHalted
            amend 99 0 @ 0                            -> rejected TradingHalted
            | bid | price | ask |
            | 2   | 1100  |     |
            | 2   | 5     |     |
            """
        );

    [Fact]
    public void Market_orders_stop_at_the_band() =>
        Check(
            new BookRules { Band = Rate.FromFraction(1, 7) },
            """
            sell 1 @ 114                -> accepted 1
            sell 1 @ 115                -> accepted 2
            buy 1 @ 86                  -> accepted 3
            buy 1 @ 85                  -> accepted 4
            mark 100                    ->
            buy 2                       -> accepted 5, filled 1 @ 114 (5 takes 1), cancelled 1 of 5 PriceBand
            sell 2                      -> accepted 6, filled 1 @ 86 (6 takes 3), cancelled 1 of 6 PriceBand
            sell 1 @ 85                 -> rejected PriceOutsideBand
            sell 1 @ 86                 -> accepted 7
            buy 1 @ 115                 -> rejected PriceOutsideBand
            mark 101                    ->
            buy 1 @ 115                 -> accepted 8, filled 1 @ 86 (8 takes 7)
            | bid | price | ask |
            |     | 115   | 1   |
            | 1   | 85    |     |
            """
        );

    [Fact]
    public void Stops_go_off_on_the_price_they_watch() =>
        Check(
            """
            buy 9 @ 95                        -> accepted 1
            sell 1 stop mark 100              -> accepted 2
            sell 2 @ 96 stop index 100        -> accepted 3
            sell 3 stop last 95               -> accepted 4
            buy 4 @ 97 stop mark 110          -> accepted 5
            mark 101                          ->
            index 100                         -> triggered 3 by 100
            mark 99                           -> triggered 2 by 99, filled 1 @ 95 (2 takes 1), triggered 4 by 95, filled 3 @ 95 (4 takes 1)
            mark 110                          -> triggered 5 by 110, filled 2 @ 96 (5 takes 3)
            | bid | price | ask |
            | 2   | 97    |     |
            | 5   | 95    |     |
            """
        );

    [Fact]
    public void Stops_cascade_down_the_book() =>
        Check(
            """
            buy 1 @ 100                  -> accepted 1
            buy 1 @ 99                   -> accepted 2
            buy 1 @ 98                   -> accepted 3
            sell 1 stop last 99          -> accepted 4
            sell 1 stop last 100         -> accepted 5
            sell 1 @ 97 stop last 98     -> accepted 6
            sell 1                       -> accepted 7, filled 1 @ 100 (7 takes 1), triggered 5 by 100, filled 1 @ 99 (5 takes 2), triggered 4 by 99, filled 1 @ 98 (4 takes 3), triggered 6 by 98
            amend 6 1 @ 105              -> amended 6 to 1 @ 105
            | bid | price | ask |
            |     | 105   | 1   |
            """
        );

    [Fact]
    public void A_triggered_limit_that_the_band_or_post_only_forbids_is_cancelled() =>
        Check(
            new BookRules { Band = Rate.FromFraction(1, 10) },
            """
            mark 100                            ->
            sell 5 @ 101                        -> accepted 1
            buy 1 @ 150 stop index 50           -> accepted 2
            buy 1 @ 101 post stop index 50      -> accepted 3
            amend 3 1 @ 90                      -> rejected NotAmendable
            index 60                            -> triggered 2 by 60, cancelled 1 of 2 PriceBand, triggered 3 by 60, cancelled 1 of 3 PostOnlyWouldTake
            | bid | price | ask |
            |     | 101   | 5   |
            """
        );
}
