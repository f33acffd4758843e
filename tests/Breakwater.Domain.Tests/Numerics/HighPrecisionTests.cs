using System.Globalization;
using System.Numerics;
using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class HighPrecisionTests
{
    // The first 60 decimals of e, ln 2 and pi are in every table.
    private const int Decimals = 60;
    private const string E = "2718281828459045235360287471352662497757247093699959574966967";
    private const string Ln2 = "693147180559945309417232121458176568075500134360255254120680";
    private const string Pi = "3141592653589793238462643383279502884197169399375105820974944";

    [Fact]
    public void Constants_agree_with_the_tables_to_60_decimals()
    {
        Assert.Equal(E, DigitsOf(HighPrecision.Exp(HighPrecision.One)));
        Assert.Equal(Ln2, DigitsOf(HighPrecision.Log(HighPrecision.FromInteger(2))));
        Assert.Equal(Pi, DigitsOf(HighPrecision.Pi));
    }

    [Theory]
    [InlineData(-700.25)]
    [InlineData(-1)]
    [InlineData(1e-12)]
    [InlineData(0.3)]
    [InlineData(709)]
    public void Logarithm_undoes_exponential_to_200_bits(double x)
    {
        HighPrecision exact = HighPrecision.FromDouble(x);
        HighPrecision difference = HighPrecision.Log(HighPrecision.Exp(exact)) - exact;
        Assert.InRange(difference.Magnitude, int.MinValue, -200);
    }

    [Fact]
    public void A_double_has_no_error_against_itself_and_half_an_ulp_against_the_middle_to_its_neighbour()
    {
        HighPrecision middle = HighPrecision.One + new HighPrecision(BigInteger.One, -53);
        HighPrecision smallest = new(BigInteger.One, -1074);
        Assert.Equal(0, HighPrecision.FromDouble(-0.1).ErrorInUlps(-0.1));
        Assert.Equal(0.5, middle.ErrorInUlps(1));
        Assert.Equal(0.5, middle.ErrorInUlps(Math.BitIncrement(1.0)));
        Assert.Equal(1, smallest.ErrorInUlps(0));
    }

    private static string DigitsOf(HighPrecision value)
    {
        BigInteger scaled = value.Significand * BigInteger.Pow(10, Decimals);
        BigInteger floor = value.Exponent < 0 ? scaled >> -value.Exponent : scaled << value.Exponent;
        return floor.ToString(CultureInfo.InvariantCulture);
    }
}
