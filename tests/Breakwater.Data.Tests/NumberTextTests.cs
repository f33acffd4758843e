using System.Globalization;
using System.Text;

namespace Breakwater.Data.Tests;

public sealed class NumberTextTests
{
    [Fact]
    public void A_million_decimals_read_as_the_framework_reads_them()
    {
        var random = new Random(20251010);
        for (int round = 0; round < 1_000_000; round++)
        {
            string text = RandomDecimal(random);
            Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double value), text);
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("null")]
    public void Nothing_reads_as_missing(string text)
    {
        Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double value));
        Assert.True(double.IsNaN(value));
    }

    [Theory]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    [InlineData("12a")]
    public void What_is_no_finite_number_is_refused(string text)
    {
        Assert.False(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    private static string RandomDecimal(Random random)
    {
        int digits = random.Next(1, 24);
        var text = new StringBuilder(random.Next(2) == 0 ? "" : "-");
        int point = random.Next(0, digits + 1);
        for (int index = 0; index < digits; index++)
        {
            text.Append(index == point ? "." : "").Append((char)('0' + random.Next(10)));
        }

        return text.Append(
                random.Next(20) == 0 ? "e" + random.Next(-20, 20).ToString(CultureInfo.InvariantCulture) : ""
            )
            .ToString();
    }
}
