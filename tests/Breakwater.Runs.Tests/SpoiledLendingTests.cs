using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs.Tests;

/// <summary>The shipped lending markets with one thing wrong: the answer names the line, the value and what would be right.</summary>
public sealed class SpoiledLendingTests : IDisposable
{
    private static readonly string s_scenario = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "scenarios/lending-spiral.yaml")
    );

    private readonly string _root = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Theory]
    [InlineData(
        "rules: { value: aave-v3",
        "rules: { value: aave-v4",
        "rules: \"aave-v4\" is no rule set in venues/, did you mean \"aave-v3\"?"
    )]
    [InlineData(
        "rules: { value: aave-v3",
        "rules: { value: bybit-linear",
        "is a venue's rule set, must be a lending protocol's, such as \"aave-v3\""
    )]
    [InlineData(
        "venue: spot",
        "venue: perpetual",
        "venue: \"perpetual\" is no spot venue of the scenario, known: spot"
    )]
    [InlineData("venue: spot", "vanue: spot", "vanue: unknown key, did you mean \"venue\"?")]
    [InlineData("1_500_000 ETH", "1_500_000 SOL", "\"1_500_000 SOL\" is in no coin of the scenario that spot lists")]
    [InlineData("1_500_000 ETH", "0 ETH", "must be above 0, worth at most 100000000000")]
    [InlineData("1_500_000 ETH", "1.000000001 ETH", "in ETH of 8 decimals")]
    [InlineData(
        "collateralFactor: { value: 78 %",
        "collateralFactor: { value: 178 %",
        "must be a share from 0 % to 100 %"
    )]
    [InlineData("collateralFactor: { value: 78 %", "collateralFactor: { value: 0 %", "must be above 0 %")]
    [InlineData(
        "collateralFactor: { value: 78 %",
        "collateralFactor: { value: 96 %",
        "must be at most 100 % with the bonus on top, is 1.008"
    )]
    [InlineData(
        "        BTC:\n          collateralFactor",
        "        SOL:\n          collateralFactor",
        "SOL: is in no loan of aave"
    )]
    [InlineData(
        "debt: { value: USDC",
        "debt: { value: USDX",
        "is no dollar token (USDC, USDT, DAI) and is in no coin of the scenario that spot lists"
    )]
    [InlineData("debt: { value: USDC", "debt: { value: ETH", "must be another coin than the collateral")]
    [InlineData(
        "debt: { value: DAI",
        "debt: { value: BTC",
        "must be in a dollar token, USDC, USDT, DAI: a vault owes dollars"
    )]
    [InlineData(
        "alongside: { value: 3_000 BTC",
        "alongside: { value: 3_000 ETH",
        "must be in another coin than collateral"
    )]
    [InlineData(
        "medianHealth: { value: 1.6",
        "medianHealth: { value: 1",
        "must be above 1: who owes more than may be owed is liquidated at once"
    )]
    [InlineData("population: { value: 15_000", "population: { value: 1_500", "must be at least accounts, 3000")]
    [InlineData(
        "debt: 165_000_000 USDC",
        "debt: 198_693_000.01 USDC",
        "\"198_693_000.01 USDC\" is above 198693000 USDC, what may be owed against 60000 ETH at the start"
    )]
    [InlineData(
        "deviation: { value: 0.5 %",
        "deviation: { value: 0 %",
        "must be above 0 %; leave it out to wait for the heartbeat"
    )]
    [InlineData("heartbeat: { value: 1 h", "heartbeat: { value: 0 h", "must be a time span from 1 ms")]
    [InlineData("leastProfit: { value: 0.1 %", "leastProfit: { value: -0.1 %", "must be a share")]
    [InlineData("sell: { value: true", "sell: { value: yes", "must be true or false")]
    public void Is_answered_in_one_line(string right, string wrong, string answer)
    {
        Assert.Contains(right, s_scenario, StringComparison.Ordinal);
        int at = s_scenario.IndexOf(right, StringComparison.Ordinal);
        InputException error = Assert.Throws<InputException>(() =>
            Read(s_scenario[..at] + wrong + s_scenario[(at + right.Length)..])
        );
        Assert.Contains(answer, error.Message, StringComparison.Ordinal);
        Assert.Matches("^scenarios/spoiled.yaml:[0-9]+: ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("aave-v3", "closeFactor")]
    [InlineData("compound-v2", "bonus")]
    [InlineData("maker-liq2", "step")]
    public void A_rule_set_without_what_its_protocol_needs_is_refused_by_name(string rules, string key)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "venues", rules + ".yaml"));
        int at = Array.IndexOf(lines, key + ":");
        Write("venues/thin.yaml", string.Join('\n', [.. lines[..at], .. lines[(at + 5)..]]));
        InputException error = Assert.Throws<InputException>(() =>
            Read(s_scenario.Replace($"rules: {{ value: {rules}", "rules: { value: thin", StringComparison.Ordinal))
        );
        Assert.StartsWith("venues/thin.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Contains($"the key \"{key}\" is missing: a run of a", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "compound-v2",
        "protocolShare:\n  value: 2.8 %",
        "protocolShare:\n  value: 100 %",
        "must be below 100 %"
    )]
    [InlineData("maker-liq2", "buffer:\n  value: 120 %", "buffer:\n  value: 0 %", "must be above 0 %")]
    public void A_rule_set_by_which_nobody_could_liquidate_is_refused_by_line(
        string rules,
        string right,
        string wrong,
        string answer
    )
    {
        string file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "venues", rules + ".yaml"));
        Assert.Contains(right, file, StringComparison.Ordinal);
        Write("venues/vain.yaml", file.Replace(right, wrong, StringComparison.Ordinal));
        InputException error = Assert.Throws<InputException>(() =>
            Read(s_scenario.Replace($"rules: {{ value: {rules}", "rules: { value: vain", StringComparison.Ordinal))
        );
        Assert.Matches("^venues/vain.yaml:[0-9]+: ", error.Message);
        Assert.Contains(answer, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_markets_read_as_they_are_written()
    {
        Scenario scenario = ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "lending-spiral");
        IReadOnlyList<LendingParameters> markets = scenario.World.Market!.Lending;
        Assert.Equal(["aave", "compound", "maker"], markets.Select(market => market.Name));
        LendingParameters aave = markets[0];
        Assert.Equal(LendingProtocol.Aave, aave.Rules.Protocol);
        Assert.Equal(["ETH", "USDC", "BTC", "USDT"], aave.Assets.Select(listed => listed.Asset.Symbol));
        Assert.Equal([1, null, 0, null], aave.Assets.Select(listed => listed.Coin));
        Assert.Equal("0.78", aave.Assets[2].Asset.Factor.ToString());
        Assert.Equal(60_000L * 100_000_000, aave.Given[0].Collateral[0].MinorUnits);
        Assert.Contains(scenario.Files, file => file.File == "venues/maker-liq2.yaml");
        Assert.Contains(scenario.StatedValues, value => value.File == "venues/maker-liq2.yaml");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Scenario Read(string text)
    {
        Write("scenarios/spoiled.yaml", text);
        return ScenarioReader.Read(new ContentFolders(_root, AppContext.BaseDirectory), "spoiled");
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
