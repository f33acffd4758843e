namespace Breakwater.Runs.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("slipage", "did you mean \"slippage\"?")]
    [InlineData("SLIPPAGE", "did you mean \"slippage\"?")]
    [InlineData("sharelong", "known: slippage, longShare")]
    [InlineData("", "known: slippage, longShare")]
    public void A_near_word_is_suggested_else_all_are_named(string word, string hint)
    {
        Assert.Equal(hint, Nearest.Hint(word, ["slippage", "longShare"]));
    }

    [Fact]
    public void Where_nothing_is_known_it_says_so()
    {
        Assert.Equal("there is none", Nearest.Hint("x", []));
    }
}
