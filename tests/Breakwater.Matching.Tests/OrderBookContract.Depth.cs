using Breakwater.Domain;
using Breakwater.Matching;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public abstract partial class OrderBookContract
{
    // Bids 999 (5), 998 (7), 990 (11); asks 1000 (3), 1010 (13): the mid is 999.5.
    [Theory]
    [InlineData(Side.Buy, 1_000, 0)]
    [InlineData(Side.Buy, 999, 5)]
    [InlineData(Side.Buy, 991, 12)]
    [InlineData(Side.Buy, 0, 23)]
    [InlineData(Side.Sell, 999, 0)]
    [InlineData(Side.Sell, 1_009, 3)]
    [InlineData(Side.Sell, 9_999, 16)]
    public void Quantity_to_a_price_counts_it_and_all_better_ones(Side side, int worst, int lots) =>
        Assert.Equal(Quantity.FromLots(lots), Ladder().QuantityTo(side, Price.FromTicks(worst)));

    // 1 in 1999 of the mid is half a tick: exactly to the best prices. 1 % of it is 9.995 ticks: to 989.505 and 1009.495.
    [Theory]
    [InlineData(Side.Buy, 1, 2_000, 0)]
    [InlineData(Side.Buy, 1, 1_999, 5)]
    [InlineData(Side.Sell, 1, 2_000, 0)]
    [InlineData(Side.Sell, 1, 1_999, 3)]
    [InlineData(Side.Buy, 1, 100, 23)]
    [InlineData(Side.Sell, 1, 100, 3)]
    [InlineData(Side.Sell, 2, 100, 16)]
    [InlineData(Side.Buy, 5, 1, 23)]
    public void Quantity_within_a_share_of_the_mid(Side side, int numerator, int denominator, int lots) =>
        Assert.Equal(Quantity.FromLots(lots), Ladder().QuantityWithin(side, Rate.FromFraction(numerator, denominator)));

    [Fact]
    public void Without_a_mid_nothing_is_within_a_share_of_it()
    {
        IBook book = Create(Instrument, new BookRules(), new EventRecorder().Log, reductions: null);
        book.Submit(NewOrder.Limit(1, Side.Buy, Price.FromTicks(999), Quantity.FromLots(5)));
        Assert.Equal(Quantity.Zero, book.QuantityWithin(Side.Buy, Rate.FromFraction(1, 2)));
    }

    private IBook Ladder()
    {
        IBook book = Create(Instrument, new BookRules(), new EventRecorder().Log, reductions: null);
        foreach ((Side side, int price, int lots) in Rungs)
        {
            book.Submit(NewOrder.Limit(1, side, Price.FromTicks(price), Quantity.FromLots(lots)));
        }

        return book;
    }

    private static readonly (Side Side, int Price, int Lots)[] Rungs =
    [
        (Side.Buy, 999, 5),
        (Side.Buy, 998, 7),
        (Side.Buy, 990, 11),
        (Side.Sell, 1_000, 3),
        (Side.Sell, 1_010, 13),
    ];
}
