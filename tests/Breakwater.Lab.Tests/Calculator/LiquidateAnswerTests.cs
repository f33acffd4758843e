using System.Text.Json.Nodes;

namespace Breakwater.Lab.Tests;

/// <summary>What <c>liquidate</c> answers where venues differ: who pays, what is converted, what follows the order.</summary>
public sealed class LiquidateAnswerTests
{
    private static readonly AnswerTable s_answers = AnswerTable.Parse(
        """
        vault {"venue":"hyperliquid","kind":"liquidate","fill":{"price":55000},"account":{"mode":"isolated","positions":[{"symbol":"BTC","side":"long","quantity":5,"entryPrice":60000,"leverage":20,"markPrice":56000}]}}
        fund {"venue":"binance-usdm","kind":"liquidate","fill":{"price":55000},"account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"leverage":20,"markPrice":56900}]}}
        threshold {"venue":"binance-multi-assets","kind":"liquidate","account":{"mode":"cross","collateral":[{"asset":"USDC","amount":-20000},{"asset":"BTC","amount":1,"price":60000}],"positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000}]}}
        afterwards {"venue":"binance-multi-assets","kind":"liquidate","fill":{"price":57000},"account":{"mode":"cross","balance":0,"collateral":[{"asset":"BTC","amount":0.05,"price":57000}],"positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"markPrice":57000}]}}
        beforehand {"venue":"bybit-uta","kind":"liquidate","account":{"mode":"cross","collateral":[{"asset":"USDT","amount":-9000},{"asset":"BTC","amount":1,"price":50000,"haircut":0.8}],"positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":50000,"markPrice":49000}]}}
        quota {"venue":"okx-multi-currency","kind":"liquidate","account":{"mode":"cross","collateral":[{"asset":"BTC","amount":-3,"price":60000,"debtLimit":1},{"asset":"ETH","amount":100,"price":2500}],"positions":[{"symbol":"BTC-USDT-SWAP","side":"long","quantity":20,"entryPrice":60000,"markPrice":59000}]}}
        opposites {"venue":"okx-multi-currency","kind":"liquidate","account":{"mode":"cross","balance":20000,"positions":[{"symbol":"BTC-USDT-SWAP","side":"long","quantity":2000,"entryPrice":60000,"markPrice":59000},{"symbol":"BTC-USDT-SWAP","side":"short","quantity":500,"entryPrice":60000,"markPrice":59000}]}}
        released {"venue":"okx-multi-currency","kind":"liquidate","account":{"mode":"cross","balance":1,"positions":[{"symbol":"BTC-USDT-SWAP","side":"long","quantity":2000,"entryPrice":60000,"maintenanceRate":0.004},{"symbol":"ETH-USDT-SWAP","side":"long","quantity":2000,"entryPrice":2500,"maintenanceRate":0.02}]}}
        block {"venue":"dydx-v4","kind":"liquidate","block":{"notional":60000},"account":{"mode":"cross","balance":10000,"positions":[{"symbol":"BTC-USD","side":"long","quantity":10,"entryPrice":96000}]}}
        loss {"venue":"dydx-v4","kind":"liquidate","block":{"fundLoss":999999},"fill":{"price":90000},"account":{"mode":"cross","balance":10000,"positions":[{"symbol":"BTC-USD","side":"long","quantity":10,"entryPrice":96000}]}}
        volunteers {"venue":"kraken-inverse","kind":"liquidate","volunteers":[{"account":"provider","maxAssignment":184317},{"account":"full","maxAssignment":400000,"position":400000,"maxPosition":500000}],"account":{"mode":"isolated","positions":[{"symbol":"PI_XBTUSD","side":"long","quantity":752621,"entryPrice":8000,"leverage":12.5,"markPrice":7420}]}}
        network {"venue":"vega","kind":"liquidate","bookQuantity":100,"account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":200,"entryPrice":60000,"markPrice":56500}]}}
        """,
        """
        |example|answer|value|tolerance|
        |vault|stage|deleverage|=|
        |vault|insuranceFundDelta|0|0|
        |vault|uncovered|10000|0|
        |vault|accountAfter.isolatedMargin|-10000|0|
        |fund|stage|takeOver|=|
        |fund|insuranceFundDelta|-2000|0|
        |fund|uncovered|0|0|
        |fund|accountAfter.isolatedMargin|0|0|
        |threshold|conversions[0].sold[0].worth|20512.820512820512820513|1e-15|
        |threshold|conversions[0].repaid|20000|0|
        |threshold|liquidatable|false|=|
        |afterwards|accountAfter.conversions[0].sold[0].worth|2850|0|
        |afterwards|accountAfter.conversions[0].repaid|2778.75|0|
        |afterwards|insuranceFundDelta|-221.25|0|
        |beforehand|conversions[0].repaid|10000|0|
        |beforehand|conversions[0].sold[0].worth|10204.081632653061224490|1e-15|
        |beforehand|liquidatable|false|=|
        |quota|conversions[0].repaid|2|0|
        |quota|conversions[0].sold[0].asset|ETH|=|
        |quota|conversions[0].sold[0].amount|48|0|
        |opposites|stage|offset|=|
        |opposites|orders[1].quantity|500|0|
        |opposites|accountAfter.positions[0].quantity|1500|0|
        |released|symbol|ETH-USDT-SWAP|=|
        |block|orders[1].quantity|0.4166|0|
        |block|orders[1].limitPrice|95772|1e-6|
        |block|then[0].when|the next block|=|
        |loss|error.code|notApplicable|=|
        |volunteers|stage|immediateOrCancel|=|
        |volunteers|assignments[0].quantity|184317|0|
        |volunteers|assignments[1].quantity|100000|0|
        |volunteers|unwound|468304|0|
        |volunteers|then[0].type|assignment|=|
        |network|disposal.firstSales[0].quantity|5|0|
        |network|disposal.firstSales[0].afterSeconds|10|0|
        """
    );

    public static TheoryData<string> Examples => [.. s_answers.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_answer_is_the_venues_own(string example) => Assert.Empty(s_answers.Differences(example));

    [Fact]
    public void A_refused_fill_says_what_the_block_allows()
    {
        JsonNode answer = AnswerTable.Ask(
            """
            {"venue":"dydx-v4","kind":"liquidate","block":{"fundLoss":999999},"fill":{"price":90000},"account":{"mode":"cross","balance":10000,
            "positions":[{"symbol":"BTC-USD","side":"long","quantity":10,"entryPrice":96000}]}}
            """
        );

        Assert.Contains("more than 1000000", (string?)answer["error"]!["message"], StringComparison.Ordinal);
    }
}
