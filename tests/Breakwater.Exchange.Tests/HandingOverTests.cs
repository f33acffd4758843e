using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>To whom positions go that the market does not take, beside twins that count contract by contract.</summary>
public sealed class HandingOverTests
{
    private const int Draws = 1_000;

    // support.kraken.com 360022835231: of 752,621 that the book left, one provider is assigned 184,317.
    [Fact]
    public void A_volunteer_is_assigned_what_it_allows()
    {
        Rational[] assigned = Assignment.Among(
            [
                new(Rational.FromInteger(184_317), Rational.Zero, null),
                new(Rational.FromInteger(600_000), Rational.Zero, null),
            ],
            Rational.FromInteger(752_621),
            side: 1,
            out Rational unwound
        );

        Assert.Equal([Rational.FromInteger(184_317), Rational.FromInteger(568_304)], assigned);
        Assert.Equal(Rational.Zero, unwound);
    }

    [Fact]
    public void Contracts_go_one_by_one_to_the_first_with_room()
    {
        var luck = new Luck(31);
        for (int draw = 0; draw < Draws; draw++)
        {
            int side = luck.Of(1, -1);
            long quantity = luck.Between(1, 400);
            (long Most, long Held, long? MostHeld)[] asked =
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(0, 4))
                    .Select(_ =>
                        (
                            luck.Between(0, 200),
                            luck.Between(-100, 100),
                            luck.Chance(0.5) ? (long?)luck.Between(0, 150) : null
                        )
                    ),
            ];
            long[] twin = new long[asked.Length];
            long left = quantity;
            for (int i = 0; i < twin.Length; i++)
            {
                while (
                    left > 0 && twin[i] < asked[i].Most && HasRoom(asked[i].Held * side + twin[i], asked[i].MostHeld)
                )
                {
                    (twin[i], left) = (twin[i] + 1, left - 1);
                }
            }

            Rational[] assigned = Assignment.Among(
                [
                    .. asked.Select(each => new Volunteer(
                        Whole(each.Most),
                        Whole(each.Held),
                        each.MostHeld is { } most ? Whole(most) : null
                    )),
                ],
                Whole(quantity),
                side,
                out Rational unwound
            );

            Assert.Equal(twin.Select(Whole), assigned);
            Assert.Equal(Whole(left), unwound);
        }
    }

    // vegaprotocol/specs 0012-POSR: every 10 s a tenth, all of 20 or less, no more than a twentieth of the book.
    [Fact]
    public void A_fund_sells_a_share_each_time_and_all_of_a_small_rest()
    {
        UnwindingRules rules = new(Whole(10), Rational.Parse("0.1"), Whole(20), Rational.Parse("0.05"));

        Disposal[] sales = [.. DisposalSchedule.Of(rules, Whole(30), Rational.One, book: null)];
        Disposal[] thin = [.. DisposalSchedule.Of(rules, Whole(30), Rational.One, book: Whole(100))];

        Assert.Equal([3, 3, 3, 3, 18], sales.Select(sale => sale.Quantity.ToInt64(Rounding.Floor)));
        Assert.Equal(Whole(50), sales[^1].AfterSeconds);
        Assert.Equal([3, 3, 3, 3, 5, 5, 5, 3], thin.Select(sale => sale.Quantity.ToInt64(Rounding.Floor)));
    }

    [Fact]
    public void A_schedule_sells_everything_lot_by_lot()
    {
        var luck = new Luck(32);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long every, long percent, long whole) = (luck.Between(1, 60), luck.Between(1, 100), luck.Between(0, 30));
            long held = luck.Between(1, 5_000);
            UnwindingRules rules = new(Whole(every), Rational.FromFraction(percent, 100), Whole(whole), Rational.One);
            var twin = new List<long>();
            for (long left = held; left > 0; left -= twin[^1])
            {
                // Rounded up, and all at once where little is left.
                twin.Add(left <= whole ? left : (left * percent + 99) / 100);
            }

            Disposal[] sales = [.. DisposalSchedule.Of(rules, Whole(held), Rational.One, book: null)];

            Assert.Equal(twin, sales.Select(sale => sale.Quantity.ToInt64(Rounding.Floor)));
            Assert.Equal(Rational.Zero, sales[^1].Left);
            Assert.Equal(Whole(every * twin.Count), sales[^1].AfterSeconds);
        }
    }

    private static bool HasRoom(long held, long? most) => most is null || held < most;

    private static Rational Whole(long number) => Rational.FromInteger(number);
}
