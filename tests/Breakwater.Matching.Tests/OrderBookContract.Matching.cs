namespace Breakwater.Matching.Tests;

public abstract partial class OrderBookContract
{
    [Fact]
    public void Better_price_first_then_earlier_order() =>
        Check(
            """
            sell 5 @ 102  -> accepted 1
            sell 3 @ 101  -> accepted 2
            sell 4 @ 101  -> accepted 3
            buy 5 @ 102   -> accepted 4, filled 3 @ 101 (4 takes 2), filled 2 @ 101 (4 takes 3)
            buy 4 @ 101   -> accepted 5, filled 2 @ 101 (5 takes 3)
            | bid | price | ask |
            |     | 102   | 5   |
            | 2   | 101   |     |
            """
        );

    [Fact]
    public void Market_order_takes_what_there_is_and_drops_the_rest() =>
        Check(
            """
            buy 5 @ 99   -> accepted 1
            buy 2 @ 97   -> accepted 2
            sell 6       -> accepted 3, filled 5 @ 99 (3 takes 1), filled 1 @ 97 (3 takes 2)
            sell 6       -> accepted 4, filled 1 @ 97 (4 takes 2), cancelled 5 of 4 NothingLeftToTake
            buy 1        -> accepted 5, cancelled 1 of 5 NothingLeftToTake
            | bid | price | ask |
            """
        );

    [Fact]
    public void Immediate_or_cancel_and_fill_or_kill() =>
        Check(
            """
            sell 5 @ 101      -> accepted 1
            sell 5 @ 102      -> accepted 2
            buy 7 @ 101 ioc   -> accepted 3, filled 5 @ 101 (3 takes 1), cancelled 2 of 3 NothingLeftToTake
            buy 6 @ 102 fok   -> accepted 4, cancelled 6 of 4 NotFillable
            buy 1 @ 101 fok   -> accepted 5, cancelled 1 of 5 NotFillable
            buy 5 @ 102 fok   -> accepted 6, filled 5 @ 102 (6 takes 2)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Post_only_never_takes() =>
        Check(
            """
            sell 5 @ 101       -> accepted 1
            buy 5 @ 101 post   -> rejected PostOnlyWouldTake
            buy 5 @ 100 post   -> accepted 2
            sell 5 @ 100 post  -> rejected PostOnlyWouldTake
            amend 2 5 @ 101    -> rejected PostOnlyWouldTake
            | bid | price | ask |
            |     | 101   | 5   |
            | 5   | 100   |     |
            """
        );

    [Fact]
    public void Iceberg_shows_a_slice_and_queues_its_next_one_last() =>
        Check(
            """
            sell 10 @ 101 show 3  -> accepted 1
            sell 4 @ 101          -> accepted 2
            buy 4 @ 101           -> accepted 3, filled 3 @ 101 (3 takes 1), replenished 1 shows 3 hides 4, filled 1 @ 101 (3 takes 2)
            buy 5 @ 101           -> accepted 4, filled 3 @ 101 (4 takes 2), filled 2 @ 101 (4 takes 1)
            buy 5 @ 101 fok       -> accepted 5, filled 1 @ 101 (5 takes 1), replenished 1 shows 3 hides 1, filled 3 @ 101 (5 takes 1), replenished 1 shows 1 hides 0, filled 1 @ 101 (5 takes 1)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Iceberg_takes_with_all_of_it_and_rests_with_a_slice() =>
        Check(
            """
            sell 4 @ 101         -> accepted 1
            buy 9 @ 101 show 2   -> accepted 2, filled 4 @ 101 (2 takes 1)
            amend 2 4 @ 101      -> amended 2 to 4 @ 101 shows 2 in place
            amend 2 1 @ 101      -> amended 2 to 1 @ 101 in place
            amend 2 6 @ 101      -> amended 2 to 6 @ 101 shows 2
            cancel 2             -> cancelled 6 of 2 Requested
            | bid | price | ask |
            """
        );

    [Fact]
    public void Amending_keeps_the_place_only_when_nothing_but_the_quantity_falls() =>
        Check(
            """
            buy 5 @ 100       -> accepted 1
            buy 6 @ 100       -> accepted 2
            buy 7 @ 100       -> accepted 3
            amend 1 4 @ 100   -> amended 1 to 4 @ 100 in place
            amend 2 8 @ 100   -> amended 2 to 8 @ 100
            amend 3 7 @ 100   -> amended 3 to 7 @ 100 in place
            amend 9 1 @ 100   -> rejected UnknownOrder
            amend 1 0 @ 100   -> rejected InvalidQuantity
            sell 1 @ 103      -> accepted 4
            amend 3 9 @ 103   -> amended 3 to 9 @ 103, filled 1 @ 103 (3 takes 4)
            | bid | price | ask |
            | 8   | 103   |     |
            | 4 8 | 100   |     |
            """
        );

    [Fact]
    public void Good_till_time_orders_expire_in_order() =>
        Check(
            """
            buy 1 @ 99 until 20             -> accepted 1
            buy 2 @ 98 until 10             -> accepted 2
            buy 3 @ 97 until 20             -> accepted 3
            buy 1 @ 97 until 0              -> rejected AlreadyExpired
            buy 1 stop mark 120 until 15    -> accepted 4
            cancel 1                        -> cancelled 1 of 1 Requested
            time 9                          ->
            time 10                         -> expired 2 of 2
            time 30                         -> expired 1 of 4, expired 3 of 3
            cancel 3                        -> rejected UnknownOrder
            mark 130                        ->
            | bid | price | ask |
            """
        );

    [Fact]
    public void Mass_cancel_finds_an_owners_orders_in_order_of_rest() =>
        Check(
            """
            buy 1 @ 99 owner 7              -> accepted 1
            buy 2 @ 98 owner 8              -> accepted 2
            sell 3 @ 105 owner 7            -> accepted 3
            sell 4 stop last 90 owner 7     -> accepted 4
            amend 1 5 @ 99                  -> amended 1 to 5 @ 99
            cancel all 7                    -> cancelled 3 of 3 MassCancel, cancelled 4 of 4 MassCancel, cancelled 5 of 1 MassCancel
            cancel all 7                    ->
            | bid | price | ask |
            | 2   | 98    |     |
            """
        );

    [Fact]
    public void A_thin_book_over_a_wide_span_finds_its_best_prices() =>
        Check(
            """
            buy 1 @ 1          -> accepted 1
            sell 1 @ 60000000  -> accepted 2
            buy 2 @ 1000000    -> accepted 3
            buy 3 @ 30000000   -> accepted 4
            sell 4 @ 31000000  -> accepted 5
            sell 5             -> accepted 6, filled 3 @ 30000000 (6 takes 4), filled 2 @ 1000000 (6 takes 3)
            buy 4              -> accepted 7, filled 4 @ 31000000 (7 takes 5)
            | bid | price    | ask |
            |     | 60000000 | 1   |
            | 1   | 1        |     |
            """
        );
}
