namespace Breakwater.Domain.Tests;

public class AlgebraTests
{
    [Fact]
    public void Prices_and_their_differences_form_a_line() =>
        Property.ForAll<int, int, int>(
            (a, b, d) =>
            {
                Price left = Price.FromTicks(a);
                Price right = Price.FromTicks(b);
                PriceDelta delta = PriceDelta.FromTicks(d);
                return right + (left - right) == left
                    && (left + delta) - left == delta
                    && left - delta == left + -delta
                    && (left < right) == (left - right < PriceDelta.Zero);
            }
        );

    [Fact]
    public void Quantities_add_as_their_lots_do() =>
        Property.ForAll<int, int>(
            (a, b) =>
            {
                Quantity left = Quantity.FromLots(a);
                Quantity right = Quantity.FromLots(b);
                return (left + right).Lots == (long)a + b
                    && left - right == left + -right
                    && left.Magnitude.Lots == Math.Abs((long)a)
                    && Quantity.Min(left, right).Lots == Math.Min(a, b);
            }
        );

    [Fact]
    public void Money_adds_and_scales_exactly() =>
        Property.ForAll<int, int, int>(
            (a, b, n) =>
            {
                Money left = Money.FromMinorUnits(a);
                Money right = Money.FromMinorUnits(b);
                return (left + right) * n == left * n + right * n
                    && left - right == -(right - left)
                    && Money.Max(left, right) + Money.Min(left, right) == left + right;
            }
        );

    [Fact]
    public void Money_that_does_not_fit_throws_and_never_wraps()
    {
        Money most = Money.MaxValue;
        Assert.Throws<OverflowException>(() => most + Money.FromMinorUnits(1));
        Assert.Throws<OverflowException>(() => -most - Money.FromMinorUnits(2));
        Assert.Throws<OverflowException>(() => most * 2);
    }

    [Fact]
    public void Defaults_are_valid_values()
    {
        Assert.Equal(Rate.Zero, default);
        Assert.Equal(1, default(Rate).Denominator);
        Assert.Equal(Leverage.FromMultiple(1), default);
        Assert.Equal(Timestamp.Epoch, default);
        Assert.Equal(Money.Zero, default);
    }
}
