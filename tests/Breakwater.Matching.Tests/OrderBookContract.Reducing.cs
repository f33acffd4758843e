namespace Breakwater.Matching.Tests;

public abstract partial class OrderBookContract
{
    [Fact]
    public void Fill_or_kill_counts_of_reduce_only_orders_what_their_owners_position_covers() =>
        Check(
            [(7, 60)],
            """
            sell 60 @ 101 owner 7 reduce    -> accepted 1
            sell 60 @ 102 owner 7 reduce    -> accepted 2
            buy 100 @ 102 owner 1 fok       -> accepted 3, cancelled 100 of 3 NotFillable
            buy 61 @ 102 owner 1 fok        -> accepted 4, cancelled 61 of 4 NotFillable
            sell 1 @ 103 owner 2            -> accepted 5
            buy 61 @ 103 owner 1 fok        -> accepted 6, filled 60 @ 101 (6 takes 1), cancelled 60 of 2 NothingToReduce, filled 1 @ 103 (6 takes 5)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Fill_or_kill_charges_a_position_with_its_owners_other_sales_too() =>
        Check(
            [(7, 60), (8, 10)],
            """
            sell 40 @ 101 owner 7           -> accepted 1
            sell 60 @ 101 owner 7 reduce    -> accepted 2
            sell 9 @ 101 owner 8 reduce     -> accepted 3
            buy 70 @ 101 owner 1 fok        -> accepted 4, cancelled 70 of 4 NotFillable
            buy 69 @ 101 owner 1 fok        -> accepted 5, filled 40 @ 101 (5 takes 1), amended 2 to 20 @ 101 in place, filled 20 @ 101 (5 takes 2), filled 9 @ 101 (5 takes 3)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Fill_or_kill_charges_a_position_slice_by_slice() =>
        Check(
            [(7, 5)],
            """
            sell 6 @ 101 owner 7 show 1           -> accepted 1
            sell 5 @ 101 owner 7 reduce show 2    -> accepted 2
            buy 10 @ 101 owner 1 fok              -> accepted 3, cancelled 10 of 3 NotFillable
            buy 9 @ 101 owner 1 fok               -> accepted 4, filled 1 @ 101 (4 takes 1), replenished 1 shows 1 hides 4, amended 2 to 4 @ 101 shows 2 in place, filled 2 @ 101 (4 takes 2), replenished 2 shows 2 hides 0, filled 1 @ 101 (4 takes 1), replenished 1 shows 1 hides 3, amended 2 to 1 @ 101 in place, filled 1 @ 101 (4 takes 2), filled 1 @ 101 (4 takes 1), replenished 1 shows 1 hides 2, filled 1 @ 101 (4 takes 1), replenished 1 shows 1 hides 1, filled 1 @ 101 (4 takes 1), replenished 1 shows 1 hides 0, filled 1 @ 101 (4 takes 1)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Fill_or_kill_that_meets_its_owners_reduce_only_order_counts_what_it_has_bought_by_then() =>
        Check(
            [(7, 4)],
            """
            sell 2 @ 103 owner 7 reduce     -> accepted 1
            sell 4 @ 100 owner 7            -> accepted 2
            buy 4 @ 100 owner 1             -> accepted 3, filled 4 @ 100 (3 takes 2)
            buy 1 @ 103 owner 7 fok         -> accepted 4, cancelled 1 of 4 NotFillable
            sell 1 @ 102 owner 1            -> accepted 5
            buy 2 @ 103 owner 7 fok         -> accepted 6, filled 1 @ 102 (6 takes 5), amended 1 to 1 @ 103 in place, filled 1 @ 103 (6 takes 1)
            | bid | price | ask |
            """
        );

    [Fact]
    public void Fill_or_kill_of_an_owner_who_is_short_covers_that_before_it_counts_what_its_sale_would_reduce() =>
        Check(
            [(7, 4)],
            """
            sell 2 @ 103 owner 7 reduce     -> accepted 1
            sell 7 @ 100 owner 7            -> accepted 2
            buy 7 @ 100 owner 1             -> accepted 3, filled 7 @ 100 (3 takes 2)
            sell 4 @ 102 owner 1            -> accepted 4
            buy 6 @ 103 owner 7 fok         -> accepted 5, cancelled 6 of 5 NotFillable
            buy 5 @ 103 owner 7 fok         -> accepted 6, filled 4 @ 102 (6 takes 4), amended 1 to 1 @ 103 in place, filled 1 @ 103 (6 takes 1)
            | bid | price | ask |
            """
        );

    [Fact]
    public void A_reduce_only_order_is_cut_to_the_position_when_it_enters_and_while_it_rests() =>
        Check(
            [(7, 5)],
            """
            buy 1 @ 99 owner 7 reduce       -> accepted 1, cancelled 1 of 1 NothingToReduce
            sell 9 @ 101 owner 7 reduce     -> accepted 2, amended 2 to 5 @ 101
            sell 2 @ 99 owner 7             -> accepted 3
            buy 2 @ 99 owner 1              -> accepted 4, filled 2 @ 99 (4 takes 3)
            shrink 7                        -> amended 2 to 3 @ 101 in place
            amend 2 9 @ 102                 -> amended 2 to 9 @ 102, amended 2 to 3 @ 102
            sell 3 @ 99 owner 7             -> accepted 5
            buy 3 @ 99 owner 1              -> accepted 6, filled 3 @ 99 (6 takes 5)
            shrink 7                        -> cancelled 3 of 2 NothingToReduce
            | bid | price | ask |
            """
        );

    [Fact]
    public void What_is_cut_on_entry_shows_its_slice_and_a_market_order_still_has_no_price() =>
        Check(
            [(7, 5), (8, -4)],
            """
            sell 9 @ 101 owner 7 reduce show 2     -> accepted 1, amended 1 to 5 @ 101 shows 2
            buy 9 owner 8 reduce                   -> accepted 2, amended 2 to 4 @ 0, filled 2 @ 101 (2 takes 1), replenished 1 shows 2 hides 1, filled 2 @ 101 (2 takes 1), replenished 1 shows 1 hides 0
            sell 9 owner 7 reduce stop mark 90     -> accepted 3
            mark 90                                -> triggered 3 by 90, amended 3 to 1 @ 0, cancelled 1 of 3 NothingLeftToTake
            | bid | price | ask |
            |     | 101   | 1   |
            """
        );
}
