namespace Breakwater.Runs.Tests;

/// <summary>The shipped market with one thing wrong: the answer names the line, the value and what would be right.</summary>
public sealed class SpoiledMarketTests : IDisposable
{
    private const string Shipped = "scenarios/oct-10-2025.yaml";
    private static readonly string s_market = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Shipped));

    private readonly string _root = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Theory]
    [InlineData(
        "time: { value: 2025-10-10T20:50:00Z",
        "time: { value: 2025-10-10T23:50:00Z",
        "lies outside the window"
    )]
    [InlineData("capitalOverDepth: { value: 10", "capitalOverDepth: { value: 0", "must be a number above 0")]
    [InlineData("leverageFactor: { value: 0.94", "leverageFactor: { value: 0", "must be a number above 0")]
    [InlineData("beta: { value: 1.22", "beta: { value: -1.22", "must be a number above 0")]
    [InlineData("comovement: { value: 100 %", "comovement: { value: 120 %", "must be a share")]
    [InlineData("firmSpread: { value: 1.5", "firmSpread: { value: 0.5", "must be at least 1")]
    [InlineData(
        "marketOrderReach: { value: 5 %",
        "marketOrderReach: { value: 100 %",
        "must be above 0 % and below 100 %"
    )]
    [InlineData("latency: { value: 200 ms", "latency: { value: 2 s", "must be shorter than a step")]
    [InlineData("feedback: { value: true", "feedback: { value: on", "must be true or false")]
    [InlineData("liquidity: { value: curves", "liquidity: { value: queues", "must be one of curves, books")]
    [InlineData("levels: { value: 9", "levels: { value: 15", "must be from 1 to 14")]
    [InlineData("accounts: { value: 200,", "accounts: { value: 200_000,", "must be from 1 to 100000")]
    [InlineData("distance: { value: 8 %", "distance: { value: 0 %", "must be above 0 %")]
    [InlineData("publicReach: { value: 10 %", "publicReach: { value: 100 %", "must be above 0 and below 100 %")]
    [InlineData("flowShare: { value: 28 %", "flowShare: { value: 38 %", "its flowShare adds up to 110")]
    [InlineData("price: { value: 116_970 USD", "price: { value: 116_970 EUR", "must be in USD and above 0")]
    [InlineData("step: { value: 1 s", "step: { value: 61 s", "must be at most 60 s: everybody acts once a step")]
    [InlineData("price: { value: 116_970 USD", "price: { value: 0 USD", "must be in USD and above 0")]
    [InlineData(
        "price: { value: 116_970 USD",
        "prize: { value: 116_970 USD",
        "prize: unknown key, did you mean \"price\"?"
    )]
    [InlineData("pastLike: { value: { coin: BTC", "pastLike: { value: { coin: SOL", "is no coin with a volume table")]
    [InlineData(
        "observed: { value: { venue: binance-usdm",
        "observed: { value: { venue: binance",
        "is no venue of the scenario"
    )]
    [InlineData("file: data/oct-10-2025/btc-traded-1m.csv", "file: data/oct-10-2025/nobody.csv", "is not there")]
    [InlineData("depth: { value: 60_000_000 USD", "depth: { value: 60_000_000 USDT", "must be in USD and above 0")]
    [InlineData("openInterest: { value: 133_500 BTC", "openInterest: { value: 133_500 ETH", "must be in BTC")]
    [InlineData("    AAVE:\n      beta", "    AAVF:\n      beta", "the key \"AAVE\" is missing")]
    public void Is_answered_in_one_line(string right, string wrong, string answer)
    {
        Assert.Contains(right, s_market, StringComparison.Ordinal);
        string path = Path.Combine(_root, "scenarios", "spoiled.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        int at = s_market.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(path, s_market[..at] + wrong + s_market[(at + right.Length)..]);
        InputException error = Assert.Throws<InputException>(() =>
            ScenarioReader.Read(new ContentFolders(_root, AppContext.BaseDirectory), "spoiled")
        );
        Assert.Contains(answer, error.Message, StringComparison.Ordinal);
        Assert.Matches("^scenarios/spoiled.yaml:[0-9]+: ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("99 %", false)]
    [InlineData("73.3 %", false)]
    [InlineData("73.2 %", true)]
    public void News_leaves_every_coin_a_fifth_of_its_price(string size, bool isTaken)
    {
        InputException? error = Refusal(() =>
            ScenarioReader.Read(
                new ContentFolders(AppContext.BaseDirectory),
                "lending-spiral",
                [new ScenarioValue("market.shock.size", size)]
            )
        );
        Assert.Equal(isTaken, error is null);
        if (!isTaken)
        {
            Assert.Contains(
                "must be at most 73.2 %: it takes the coin of beta 1.22 down by 80 %, and nobody's orders stand below -90 %",
                error!.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Books_without_feedback_contradict_each_other()
    {
        ScenarioValue[] values = [new("market.liquidity", "books"), new("market.switches.feedback", "false")];
        InputException error = Assert.Throws<InputException>(() =>
            ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "oct-10-2025", values)
        );
        Assert.Contains("must be true where liquidity is books", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_market_may_be_put_on_books_by_one_value()
    {
        ScenarioValue[] values = [new("market.liquidity", "books")];
        Scenario scenario = ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "oct-10-2025", values);
        Assert.Equal(9, scenario.World.Market!.Books!.Levels);
        Assert.Null(
            ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "oct-10-2025").World.Market!.Books
        );
    }

    private static InputException? Refusal(Action read) => Record.Exception(read) as InputException;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
