using System.Globalization;

namespace Breakwater.Domain.Tests;

public sealed class RationalOfDecimalTests
{
    // Words of a decimal that are negative as 32-bit integers count as what they are.
    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("-4294967295")]
    [InlineData("198693000.01")]
    [InlineData("9223372036854775808")]
    [InlineData("-0.0000000000012345678901234567")]
    public void A_decimal_of_any_size_becomes_the_same_number(string text)
    {
        decimal value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(Rational.Parse(text), Rational.FromDecimal(value));
    }
}
