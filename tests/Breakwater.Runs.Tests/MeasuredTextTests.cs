namespace Breakwater.Runs.Tests;

public sealed class MeasuredTextTests
{
    [Theory]
    [InlineData("6.5 %", 6.5, " %")]
    [InlineData("1_500_000 USD", 1_500_000, " USD")]
    [InlineData("30x", 30, "x")]
    [InlineData("-0.5", -0.5, "")]
    public void A_number_keeps_what_follows_it(string text, double number, string unit)
    {
        Assert.True(MeasuredText.TryParse(text, out MeasuredText parsed));
        Assert.Equal(new MeasuredText(number, unit), parsed);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("3 of 4")]
    [InlineData("")]
    [InlineData("2025-10-10")]
    public void What_is_no_single_number_is_refused(string text) => Assert.False(MeasuredText.TryParse(text, out _));

    [Theory]
    [InlineData(0.0123456789, "0.012346 s")]
    [InlineData(1_234_567.8, "1234568 s")]
    [InlineData(12.5, "12.5 s")]
    [InlineData(0, "0 s")]
    [InlineData(-3, "-3 s")]
    public void It_is_written_to_five_digits_or_whole(double number, string text) =>
        Assert.Equal(text, new MeasuredText(number, " s").ToString());

    [Theory]
    [InlineData(FittedScale.Linear, 0.5, 50.5)]
    [InlineData(FittedScale.Logarithmic, 0.5, 10)]
    [InlineData(FittedScale.Logarithmic, 0, 1)]
    [InlineData(FittedScale.Linear, 1, 100)]
    public void A_place_in_a_range_and_back(FittedScale scale, double position, double number)
    {
        var parameter = new FittedParameter(
            "a",
            new(number, ""),
            new(1, ""),
            new(100, ""),
            scale,
            FittedPart.Behaviour
        );
        Assert.Equal(number, parameter.At(position).Number, 1e-9);
        Assert.Equal(position, parameter.Position, 1e-9);
    }
}
