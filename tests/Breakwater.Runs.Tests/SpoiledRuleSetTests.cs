namespace Breakwater.Runs.Tests;

/// <summary>Shipped rule sets with one value spoiled: the refusal names the line and says what would be right.</summary>
public sealed class SpoiledRuleSetTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "drift-v2",
        "liquidatorFee:\n    value: 1 %",
        "liquidatorFee:\n    value: 100 %",
        "\"100 %\" must be below 100 %"
    )]
    [InlineData("dydx-v4", "value: 1000 USDC", "value: 1000 USDT", "must be in USDC, in steps of 0.000001")]
    [InlineData("dydx-v4", "value: 1000 USDC", "value: 0.0000001 USDC", "must be in USDC, in steps of 0.000001")]
    [InlineData(
        "deribit-linear",
        "maintenance:\n        value: 1 %",
        "maintenance:\n        value: 100 %",
        "rates of no size lie above 0"
    )]
    [InlineData("deribit-linear", "value: 0.005 %", "value: 0.00000001 %", "rates are whole numbers of billionths")]
    [InlineData(
        "binance-usdm",
        "sampling:\n    value: 1 s",
        "basisBound:\n    value: 1 %",
        "the key \"sampling\" is missing: smoothing averages samples"
    )]
    [InlineData(
        "hyperliquid",
        "smoothing:\n    value: 150 s",
        "basisBound:\n    value: 1 %",
        "the key \"smoothing\" is missing: an exponential average has a window"
    )]
    [InlineData("deribit-linear", "value: 0.9 %", "value: 100 %", "must be below 100 %")]
    [InlineData("binance-coinm", "settlement: COIN", "settlement: USDT", "\"USDT\" must be COIN or BTC")]
    [InlineData("binance-coinm", "value: 0.00000001 COIN", "value: 0.00000003 COIN", "must be in COIN, 1 or a tenth")]
    [InlineData("binance-coinm", "value: 100 USD", "value: 100 BTC", "must be in USD and above 0")]
    [InlineData("binance-coinm", "from: 5 BTC", "from: 5 ETH", "must be in BTC, in steps of 0.00000001")]
    [InlineData("binance-coinm", "value: one-order", "value: block-limits", "inverse contracts have none of")]
    [InlineData("bitmex-inverse", "value: 200 BTC", "value: 0 BTC", "must be above 0")]
    [InlineData("bitmex-inverse", "step:\n        value: 150 BTC", "step:\n        value: 150 XBT", "must be in BTC")]
    [InlineData(
        "bitmex-inverse",
        "perStep:\n        value: 0.4 %",
        "perStep:\n        value: 0 %",
        "must be above 0 %"
    )]
    [InlineData("bitmex-inverse", "value: 0.4 %", "value: 1 %", "must be below the initial rate")]
    [InlineData(
        "bitmex-inverse",
        "maintenanceAt:\n    value: entry",
        "maintenanceAt:\n    value: mark",
        "\"mark\" is answered by the calculator, but no run carries it out yet"
    )]
    [InlineData(
        "binance-coinm",
        "symbol: BTCUSD_PERP\n",
        "symbol: BTCUSD_PERP\n    valued: { value: linear, basis: assumed, source: test, date: 2025-01-01 }\n",
        "\"linear\" is answered by the calculator, but no run carries it out yet"
    )]
    public void Is_refused_for_what_is_spoiled(string name, string from, string to, string problem)
    {
        string refusal = Refusal(name, from, to);

        Assert.StartsWith($"venues/{name}.yaml:", refusal, StringComparison.Ordinal);
        Assert.Contains(problem, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_for_rates_that_its_schedule_asks_for_and_it_lacks() =>
        Assert.Contains(
            "the key \"linearInSize\" is missing, as margin.schedule asks for it",
            Refusal("dydx-v4", "value: marginal", "value: linear-in-size"),
            StringComparison.Ordinal
        );

    private string Refusal(string name, string from, string to)
    {
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "venues", $"{name}.yaml"));
        int at = shipped.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} does not say \"{from}\"");
        string spoiled = string.Concat(shipped.AsSpan(0, at), to, shipped.AsSpan(at + from.Length));
        File.WriteAllText(_folder.PathOf($"venues/{name}.yaml"), spoiled);
        return _folder.Refusal(() => new RuleBook(_folder.Content).ReadForRuns(name));
    }
}
