using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class SeedListTests
{
    [Theory]
    [InlineData("1", "1", 1)]
    [InlineData("1..200", "1..200", 200)]
    [InlineData("1,3,7..9", "1,3,7..9", 5)]
    [InlineData("9, 7 ,8, 2, 1", "1..2,7..9", 5)]
    [InlineData("5..5", "5", 1)]
    [InlineData("18446744073709551614..18446744073709551615", "18446744073709551614..18446744073709551615", 2)]
    public void Seeds_are_read_in_any_order_and_written_in_theirs(string text, string written, int count)
    {
        var seeds = SeedList.Parse(text);
        Assert.Equal(written, seeds.ToString());
        Assert.Equal(count, seeds.Count);
        Assert.Equal(seeds.Seeds.OrderBy(seed => seed.Value), seeds.Seeds);
    }

    [Theory]
    [InlineData("", "must be seeds such as \"1..200\" or \"1,3,7..9\"")]
    [InlineData("1..", "must be seeds such as \"1..200\" or \"1,3,7..9\"")]
    [InlineData("-1", "must be seeds such as \"1..200\" or \"1,3,7..9\"")]
    [InlineData("1;2", "must be seeds such as \"1..200\" or \"1,3,7..9\"")]
    [InlineData("18446744073709551616", "must be seeds such as \"1..200\" or \"1,3,7..9\"")]
    [InlineData("9..1", "counts down from 9 to 1")]
    [InlineData("1..5,4", "names 4 twice")]
    [InlineData("0..18446744073709551615", "names more than 1,000,000 seeds")]
    public void What_is_no_list_of_seeds_is_refused(string text, string problem) =>
        Assert.Equal(
            $"--seeds: \"{text}\" {problem}",
            Assert.Throws<InputException>(() => SeedList.Parse(text)).Message
        );

    [Fact]
    public void An_error_names_the_option_that_the_text_was_given_to() =>
        Assert.Equal(
            "--crowds: \"9..1\" counts down from 9 to 1",
            Assert.Throws<InputException>(() => SeedList.Parse("9..1", "--crowds")).Message
        );
}
