using System.Globalization;
using Breakwater.Domain;

namespace Breakwater.Runs.Tests;

public sealed class FormTests
{
    [Theory]
    [InlineData("1.5x", 150)]
    [InlineData("010x", 1000)]
    [InlineData("1x", 100)]
    public void Leverage_is_read_in_hundredths(string text, int hundredths)
    {
        Assert.True(new LeverageForm().TryParse(text, out Leverage leverage));
        Assert.Equal(hundredths, leverage.Hundredths);
    }

    [Theory]
    [InlineData("1.555x")]
    [InlineData("30 x")]
    [InlineData("30X")]
    [InlineData("30x\n")]
    [InlineData("٣x")]
    public void Leverage_in_another_form_is_refused(string text)
    {
        Assert.False(new LeverageForm().TryParse(text, out _));
    }

    [Theory]
    [InlineData("250 ms", 250)]
    [InlineData("1.5 d", 129_600_000)]
    [InlineData("8h", 28_800_000)]
    [InlineData("1_000 min", 60_000_000)]
    public void Durations_are_exact(string text, long milliseconds)
    {
        Assert.True(new DurationForm().TryParse(text, out Duration duration));
        Assert.Equal(Duration.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData("0.00125 %", 1, 80_000)]
    [InlineData("-0.01%", -1, 10_000)]
    [InlineData("0 %", 0, 1)]
    public void Rates_are_exact_fractions(string text, long numerator, long denominator)
    {
        Assert.True(new RateForm().TryParse(text, out Rate rate));
        Assert.Equal(Rate.FromFraction(numerator, denominator), rate);
    }

    [Theory]
    [InlineData("100 %", 1, 1)]
    [InlineData("1/30", 1, 30)]
    [InlineData("4/8", 1, 2)]
    public void Shares_are_exact_fractions(string text, long numerator, long denominator)
    {
        Assert.True(new ShareForm().TryParse(text, out Share share));
        Assert.Equal(Rate.FromFraction(numerator, denominator), share.Rate);
    }

    [Theory]
    [InlineData("1_225_000_000 USDT", "1225000000", "USDT")]
    [InlineData("010 BTC", "10", "BTC")]
    [InlineData("999999999999999.999999999999 BTC", "999999999999999.999999999999", "BTC")]
    public void Amounts_have_a_unit(string text, string number, string unit)
    {
        Assert.True(new AmountForm().TryParse(text, out Amount amount));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), amount.Number);
        Assert.Equal(unit, amount.Unit);
    }

    [Theory]
    [InlineData("1_22 USDT")]
    [InlineData("_122 USDT")]
    [InlineData("1e9 USDT")]
    [InlineData("-1 USDT")]
    [InlineData("1 usdt")]
    [InlineData("1000000000000000 USDT")]
    public void Amounts_in_another_form_are_refused(string text)
    {
        Assert.False(new AmountForm().TryParse(text, out _));
    }

    [Theory]
    [InlineData("2025-10-10T20:50Z", "2025-10-10T20:50:00Z")]
    [InlineData("2025-10-10T20:50:07Z", "2025-10-10T20:50:07Z")]
    public void Times_are_in_utc(string text, string expected)
    {
        Assert.True(new TimestampForm().TryParse(text, out Timestamp time));
        Assert.Equal(expected, time.ToString());
    }

    [Theory]
    [InlineData("2025-10-10T20:50:00+00:00")]
    [InlineData("2025-10-10 20:50:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2262-01-01T00:00:00Z")]
    public void Times_in_another_form_are_refused(string text)
    {
        Assert.False(new TimestampForm().TryParse(text, out _));
    }
}
