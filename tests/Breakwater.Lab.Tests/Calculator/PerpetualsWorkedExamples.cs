using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Perpetual venues against numbers that they publish themselves, asked as a user asks.</summary>
/// <remarks>A tolerance of "=" asks for the same word; else it is the precision of the source's number.</remarks>
public sealed class PerpetualsWorkedExamples
{
    // https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93, copy of 2021-2026.
    // https://www.binance.com/en/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46, copy of later copy.
    // https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract, copy of 2022-2024.
    // https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract (example 2, copy of
    // 2022-2024.
    // https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract (example 3, copy of
    // 2022-2024.
    // https://www.bybit.com/en/help-center/article/UTA-Trading-Rules-Liquidation-Process, copy of page updated
    // 2026-08-07.
    // Bybit help centre, Bankruptcy Price (USDT Contract), search excerpt at bybitx.global, copy of 2024-2025.
    // https://www.bybit.com/en/help-center/article/Bankruptcy-Price-Perpetual-and-Expiry-Contracts, copy of
    // 2026-08-06.
    // https://help.bybit.com/hc/en-us/articles/900000031623-What-is-Auto-Deleveraging-ADL-, copy of 2020.
    // Bybit help centre, Initial Margin (Inverse Contract), search excerpt at bybitx.global, copy of 2024-2025.
    // https://wuyelx.com/6291.html, copy of Bybit's ADL page, copy of 2025.
    // https://www.okx.com/help/calculation-of-dex-perpetual-contract, copy of 2024-05-10.
    // https://support.kraken.com/hc/en-us/articles/360022835671-Equity-Protection-Process, copy of 2020-2025.
    // https://www.bitmex.com/app/autoDeleveragingExamples, copy of undated.
    // https://www.bitmex.com/app/seriesGuide/ETHUSD, its trade of 50 XBT at 50x with today's rates.
    // https://hyperliquid.gitbook.io/hyperliquid-docs/trading/funding, copy of 2025-2026.
    // drift-labs/drift-docs-v2 pages/liquidations/liquidations.mdx at b012fe5334.
    // drift-labs/drift-docs-v2 pages/trading/funding-rates.mdx at 1949377b2f; its example leaves the interest out.
    // drift-labs/protocol-v2 controller/funding.rs, controller/liquidation.rs and margin_calculation.rs, by hand.
    // https://www.okx.com/help/360053909272 (caps) and okx-to-change-the-funding-rate-formula-for-perpetual-futures, 2025-04.
    // https://www.binance.com/en/support/faq/detail/360033525031, capped funding rates and interest rate, copies of 2022 and 2026.
    // dydxopsdao/networks dydx-mainnet-1 genesis.json, liquidations_config; numbers by hand.
    // https://hyperliquid.gitbook.io/hyperliquid-docs/trading/robust-price-indices; numbers by hand.
    // https://support.deribit.com/hc/en-us/articles/25944739377309-Index-Prices; numbers by hand.
    // https://support.deribit.com/hc/en-us/articles/25944826427293-11-January-2022; numbers by hand.
    // Gate's notice of 2025-07-29, as posted at gateweb.live/id/post/status/12591958.
    // https://www.bybit.com/en/help-center/article/UTA-Trading-Rules-Liquidation-Process; numbers by hand.
    private const string Questions = """
        binance-usdm-lp-01  {"venue":"binance-usdm","kind":"margin","account":{"mode":"cross","balance":"1535443.01","otherMaintenanceMargin":"71200.81144","otherUnrealisedProfit":"-56354.57","positions":[{"symbol":"ETHUSDT","side":"long","quantity":"3683.979","entryPrice":"1456.84","maintenanceRate":"0.10","maintenanceDeduction":"135365"}]}}
        binance-usdm-lp-02  {"venue":"binance-usdm","kind":"margin","account":{"mode":"cross","balance":"1535443.01","otherMaintenanceMargin":"356512.508","otherUnrealisedProfit":"-448192.89","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"109.488","entryPrice":"32481.980","maintenanceRate":"0.025","maintenanceDeduction":"16300"}]}}
        binance-usdm-mm-01  {"venue":"binance-usdm","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"ETHUSDT","side":"long","quantity":"3683.979","entryPrice":"1456.84","markPrice":"1335.18","leverage":10,"maintenanceRate":"0.10","maintenanceDeduction":"135365"}]}}
        binance-usdm-mm-02  {"venue":"binance-usdm","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"109.488","entryPrice":"32481.980","markPrice":"31967.27","leverage":10,"maintenanceRate":"0.025","maintenanceDeduction":"16300"}]}}
        binance-coinm-mm-01  {"venue":"binance-coinm","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSD_PERP","side":"long","quantity":"100","entryPrice":"25000","leverage":10}]}}
        bybit-linear-lp-01  {"venue":"bybit-linear-2022","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"1","entryPrice":"20000","leverage":"50","extraMargin":"0"}]}}
        bybit-linear-lp-02  {"venue":"bybit-linear-2022","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"short","quantity":"1","entryPrice":"20000","leverage":"50","extraMargin":"3000"}]}}
        bybit-linear-lp-03  {"venue":"bybit-linear-2022","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"1","entryPrice":"20000","leverage":"50","extraMargin":"-200"}]}}
        bybit-linear-lp-04  {"venue":"bybit-linear","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"1","entryPrice":"40000","leverage":"50","extraMargin":"3000","takerFee":"0.00055"}]}}
        bybit-inverse-lp-01  {"venue":"bybit-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSD","side":"short","quantity":"30000","entryPrice":"60000","leverage":"10","takerFee":"0.00055"}]}}
        bybit-linear-bp-01  {"venue":"bybit-linear","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"1","entryPrice":"10000","leverage":"50"}]}}
        bybit-linear-bp-02  {"venue":"bybit-linear","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":"1","entryPrice":"60000","leverage":"50"}]}}
        bybit-inverse-bp-01  {"venue":"bybit-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSD","side":"long","quantity":"5000","entryPrice":"7890.08","leverage":"50","tickSize":"0.5"}]}}
        bybit-inverse-im-01  {"venue":"bybit-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTCUSD","side":"long","quantity":"12000","entryPrice":"8000","leverage":"50","takerFee":"0"}]}}
        bybit-uta-bp-01  {"venue":"bybit-uta","kind":"deleverage","liquidated":{"markPrice":"400","account":{"mode":"cross","balance":"1100","positions":[{"symbol":"ABCUSDT","side":"long","quantity":"100","entryPrice":"500","maintenanceRate":"0.02"}]}},"candidates":[],"insuranceFund":"0"}
        okx-swap-im-01  {"venue":"okx-swap","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTC-USDT-SWAP","side":"long","quantity":"10000","entryPrice":"10000","leverage":"10","contractSize":"0.0001"}]}}
        kraken-inverse-lp-01  {"venue":"kraken-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"PI_XBTUSD","side":"long","quantity":"1000","entryPrice":"8000","isolatedMargin":"0.01"}]}}
        bitmex-adl-01  {"venue":"bitmex-inverse","kind":"deleverage","liquidated":{"markPrice":"700","account":{"mode":"isolated","positions":[{"symbol":"XBTUSD","side":"short","quantity":"20","entryPrice":"600","leverage":10}]}},"candidates":[{"id":"1","score":"3","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"10","entryPrice":"600","leverage":10}]},{"id":"2","score":"6","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"10","entryPrice":"600","leverage":10}]},{"id":"3","score":"1","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"20","entryPrice":"600","leverage":10}]},{"id":"4","score":"4","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"30","entryPrice":"600","leverage":10}]},{"id":"5","score":"5","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"20","entryPrice":"600","leverage":10}]},{"id":"6","score":"2","mode":"isolated","positions":[{"symbol":"XBTUSD","side":"long","quantity":"10","entryPrice":"600","leverage":10}]}],"insuranceFund":"0"}
        okx-funding-01  {"venue":"okx-swap","kind":"funding","symbol":"BTC-USDT-SWAP","premium":0}
        okx-funding-02  {"venue":"okx-swap","kind":"funding","symbol":"ETH-USDT-SWAP","premiums":["0.001","0.0025"]}
        okx-cap-btc  {"venue":"okx-swap","kind":"funding","symbol":"BTC-USDT-SWAP","premium":"0.02"}
        okx-cap-eth  {"venue":"okx-multi-currency","kind":"funding","symbol":"ETH-USDT-SWAP","premium":"0.02"}
        okx-cap-other  {"venue":"okx-swap","kind":"funding","symbol":"SOL-USDT-SWAP","premium":"0.02"}
        binance-cap-major  {"venue":"binance-usdm","kind":"funding","symbol":"BTCUSDT","premium":"0.01"}
        binance-cap-other  {"venue":"binance-usdm","kind":"funding","symbol":"HYPEUSDT","premium":"-0.03"}
        binance-interest  {"venue":"binance-usdm","kind":"funding","symbol":"ETHUSDT","premium":0}
        binance-interest-bnb  {"venue":"binance-usdm","kind":"funding","symbol":"BNBUSDT","premium":0,"markPrice":600,"position":5}
        dydx-block  {"venue":"dydx-v4","kind":"liquidate","account":{"mode":"cross","balance":10000,"positions":[{"symbol":"BTC-USD","side":"long","quantity":10,"entryPrice":96000,"markPrice":96000}]}}
        hyperliquid-mark  {"venue":"hyperliquid","kind":"markPrice","index":100,"samples":[0,10],"last":110,"books":[{"bid":109,"ask":111},{"bid":101,"ask":101}]}
        hyperliquid-mark-two  {"venue":"hyperliquid","kind":"markPrice","index":100,"samples":[0,10],"last":110,"books":[{"bid":109,"ask":111}],"bookAverage":108}
        hyperliquid-mark-none  {"venue":"hyperliquid","kind":"markPrice","index":100,"samples":[0,10],"last":110,"books":[{"bid":109,"ask":111}]}
        deribit-index  {"venue":"deribit-linear","kind":"markPrice","index":[100,101,102,120]}
        deribit-index-page  {"venue":"deribit-linear","kind":"markPrice","index":[{"price":100,"weight":25},{"price":101,"weight":50},{"price":120,"weight":25}]}
        deribit-mark  {"venue":"deribit-linear","kind":"markPrice","index":10000,"samples":[0,10]}
        kraken-mark  {"venue":"kraken-inverse","kind":"markPrice","index":10000,"samples":[0,10]}
        deribit-fee-eth  {"venue":"deribit-linear","kind":"liquidate","fill":{"price":2960},"account":{"mode":"isolated","positions":[{"symbol":"ETH_USDC-PERPETUAL","side":"long","quantity":100,"entryPrice":3000,"leverage":50,"markPrice":2960}]}}
        gate-tiers  {"venue":"gate-linear","kind":"tiers","symbol":"BTC_USDT","notional":1200000}
        bybit-step  {"venue":"bybit-linear","kind":"liquidate","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":50,"entryPrice":60000,"leverage":50,"markPrice":59000}]}}
        bybit-step-2022  {"venue":"bybit-linear-2022","kind":"liquidate","account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":50,"entryPrice":60000,"leverage":50,"markPrice":59000}]}}
        hyperliquid-funding-01  {"venue":"hyperliquid","kind":"funding","markPrice":"10100","oraclePrice":"10000","position":"10"}
        bitmex-quanto-01  {"venue":"bitmex-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"ETHUSD","side":"long","quantity":"100000","entryPrice":"500","leverage":50}]}}
        bitmex-quanto-02  {"venue":"bitmex-inverse","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"ETHUSD","side":"short","quantity":"100000","entryPrice":"500","markPrice":"490","leverage":50}]}}
        bitmex-quanto-03  {"venue":"bitmex-inverse","kind":"funding","symbol":"ETHUSD","markPrice":"500","oraclePrice":"500","premium":"0.001","position":{"symbol":"ETHUSD","side":"long","quantity":"100000"}}
        drift-lp-02  {"venue":"drift-v2","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"SOL-PERP","side":"long","quantity":"200","entryPrice":"25","isolatedMargin":"500"}]}}
        drift-lp-01  {"venue":"drift-v2","kind":"liquidate","account":{"mode":"isolated","positions":[{"symbol":"SOL-PERP","side":"long","quantity":"200","entryPrice":"25","isolatedMargin":"500","markPrice":"23.6825"}]}}
        drift-funding-01  {"venue":"drift-v2","kind":"funding","markPrice":"174.643","oraclePrice":"174.450"}
        drift-funding-02  {"venue":"drift-v2","kind":"funding","markPrice":"100","oraclePrice":"100","position":"10"}
        drift-funding-03  {"venue":"drift-v2","kind":"funding","markPrice":"99.98","oraclePrice":"100","position":"10"}
        drift-funding-04  {"venue":"drift-v2","kind":"funding","markPrice":"103.02","oraclePrice":"100","position":"10"}
        drift-cover-01  {"venue":"drift-v2","kind":"liquidate","account":{"mode":"isolated","positions":[{"symbol":"SOL-PERP","side":"long","quantity":"1000","entryPrice":"150","isolatedMargin":"7000"}]}}
        drift-cover-02  {"venue":"drift-v2","kind":"liquidate","account":{"mode":"isolated","positions":[{"symbol":"SOL-PERP","side":"long","quantity":"1000","entryPrice":"150","isolatedMargin":"4000"}]}}
        drift-cover-03  {"venue":"drift-v2","kind":"liquidate","account":{"mode":"cross","balance":"9900","positions":[{"symbol":"SOL-PERP","side":"long","quantity":"1000","entryPrice":"150"},{"symbol":"BTC-PERP","side":"short","quantity":"1","entryPrice":"100000"}]}}
        """;

    private static readonly AnswerTable s_table = AnswerTable.Parse(
        Questions,
        """
        | example                | answer                 | value       | tolerance |
        | binance-usdm-lp-01     | liquidationPrice       | 1153.26     | 0.005     |
        | binance-usdm-lp-02     | liquidationPrice       | 26316.89    | 0.005     |
        | binance-usdm-mm-01     | maintenanceMargin      | 356512.508  | 0.001     |
        | binance-usdm-mm-01     | unrealisedProfit       | -448192.89  | 0.01      |
        | binance-usdm-mm-02     | maintenanceMargin      | 71200.81144 | 0.00001   |
        | binance-usdm-mm-02     | unrealisedProfit       | -56354.57   | 0.01      |
        | binance-coinm-mm-01    | maintenanceMargin      | 0.0016      | 0         |
        | bybit-linear-lp-01     | initialMargin          | 400         | 0         |
        | bybit-linear-lp-01     | maintenanceMargin      | 100         | 0         |
        | bybit-linear-lp-01     | liquidationPrice       | 19700       | 0         |
        | bybit-linear-lp-02     | initialMargin          | 400         | 0         |
        | bybit-linear-lp-02     | maintenanceMargin      | 100         | 0         |
        | bybit-linear-lp-02     | liquidationPrice       | 23300       | 0         |
        | bybit-linear-lp-03     | initialMargin          | 400         | 0         |
        | bybit-linear-lp-03     | maintenanceMargin      | 100         | 0         |
        | bybit-linear-lp-03     | liquidationPrice       | 19900       | 0         |
        | bybit-linear-lp-04     | closingFee             | 21.56       | 0         |
        | bybit-linear-lp-04     | initialMargin          | 821.56      | 0         |
        | bybit-linear-lp-04     | maintenanceMargin      | 221.56      | 0         |
        | bybit-linear-lp-04     | liquidationPrice       | 36380.25    | 0.005     |
        | bybit-inverse-lp-01    | closingFee             | 0.0002475   | 0         |
        | bybit-inverse-lp-01    | initialMargin          | 0.0502475   | 0         |
        | bybit-inverse-lp-01    | maintenanceMargin      | 0.0027475   | 0         |
        | bybit-inverse-lp-01    | liquidationPrice       | 66333.333   | 0.0005    |
        | bybit-linear-bp-01     | bankruptcyPrice        | 9800        | 0         |
        | bybit-linear-bp-02     | bankruptcyPrice        | 58800       | 0         |
        | bybit-inverse-bp-01    | bankruptcyPrice        | 7735.372549 | 0.0000005 |
        | bybit-inverse-bp-01    | bankruptcyPriceRounded | 7735.5      | 0         |
        | bybit-inverse-im-01    | initialMargin          | 0.03        | 0         |
        | bybit-uta-bp-01        | bankruptcyPrice        | 489         | 0         |
        | bybit-uta-bp-01        | price                  | 400         | 0         |
        | okx-swap-im-01         | initialMargin          | 1000        | 0         |
        | kraken-inverse-lp-01   | liquidationPrice       | 7481        | 0.5       |
        | kraken-inverse-lp-01   | bankruptcyPrice        | 7407        | 0.5       |
        | kraken-inverse-lp-01   | initialMargin          | 0.0025      | 0         |
        | kraken-inverse-lp-01   | maintenanceMargin      | 0.00125     | 0         |
        | bitmex-adl-01          | order[0].account       | 2           | =         |
        | bitmex-adl-01          | order[1].account       | 5           | =         |
        | bitmex-adl-01          | order[2].account       | 4           | =         |
        | bitmex-adl-01          | order[3].account       | 1           | =         |
        | bitmex-adl-01          | order[4].account       | 6           | =         |
        | bitmex-adl-01          | order[5].account       | 3           | =         |
        | bitmex-adl-01          | fills[0].account       | 2           | =         |
        | bitmex-adl-01          | fills[0].quantity      | 10          | 0         |
        | bitmex-adl-01          | fills[1].account       | 5           | =         |
        | bitmex-adl-01          | fills[1].quantity      | 10          | 0         |
        | okx-funding-01         | rate                   | 0.0001      | 0         |
        | okx-funding-02         | premium                | 0.002       | 0         |
        | okx-funding-02         | rate                   | 0.0015      | 0         |
        | okx-cap-btc            | rate                   | 0.00375     | 0         |
        | okx-cap-eth            | rate                   | 0.0075      | 0         |
        | okx-cap-other          | rate                   | 0.015       | 0         |
        | binance-cap-major      | rate                   | 0.003       | 0         |
        | binance-cap-major      | capped                 | true        | =         |
        | binance-cap-other      | rate                   | -0.02       | 0         |
        | binance-interest       | rate                   | 0.0001      | 0         |
        | binance-interest-bnb   | rate                   | 0           | 0         |
        | binance-interest-bnb   | payment                | 0           | 0         |
        | dydx-block             | orders[1].quantity     | 1           | 0         |
        | hyperliquid-mark       | markPrice              | 105.049998333399997302 | 0.00000000000000001 |
        | hyperliquid-mark-two   | markPrice              | 108         | 0         |
        | hyperliquid-mark-none  | error.code             | missing     | =         |
        | hyperliquid-mark-none  | error.field            | bookAverage | =         |
        | deribit-index          | indexPrice             | 101.5       | 0         |
        | deribit-index-page     | indexPrice             | 101.0   | 0         |
        | deribit-mark           | markPrice              | 10005.083325618141193055 | 0.00000000000000001 |
        | kraken-mark            | markPrice              | 10005.083325618141193055 | 0.00000000000000001 |
        | deribit-fee-eth        | orders[1].quantity     | 12.5        | 0         |
        | deribit-fee-eth        | liquidationFee         | 333         | 0         |
        | gate-tiers             | maintenanceMargin      | 4900        | 0         |
        | bybit-step             | stage                  | immediateOrCancel | =   |
        | bybit-step             | orders[1].quantity     | 5.933       | 0         |
        | bybit-step-2022        | stage                  | fillOrKill  | =         |
        | hyperliquid-funding-01 | premium                | 0.01        | 0         |
        | hyperliquid-funding-01 | rate                   | 0.0095      | 0         |
        | bitmex-quanto-01       | notional               | 50          | 0         |
        | bitmex-quanto-01       | initialMargin          | 1           | 0         |
        | bitmex-quanto-01       | maintenanceMargin      | 0.4         | 0         |
        | bitmex-quanto-01       | liquidationPrice       | 494         | 0         |
        | bitmex-quanto-01       | bankruptcyPrice        | 490         | 0         |
        | bitmex-quanto-02       | unrealisedProfit       | 1           | 0         |
        | bitmex-quanto-02       | liquidationPrice       | 506         | 0         |
        | bitmex-quanto-02       | bankruptcyPrice        | 510         | 0         |
        | bitmex-quanto-03       | payment                | 0.025       | 0         |
        | drift-lp-02            | liquidationPrice       | 23.6825     | 0.0025    |
        | drift-lp-01            | equity                 | 236.5       | 0         |
        | drift-lp-01            | maintenanceMargin      | 236.825     | 0         |
        | drift-lp-01            | liquidatable           | true        | =         |
        | drift-funding-01       | premium                | 0.0000460   | 0.0000001 |
        | drift-funding-02       | payment                | 0.008333333 | 0.000000001 |
        | drift-funding-02       | capped                 | false       | =         |
        | drift-funding-03       | rate                   | 0           | 0         |
        | drift-funding-04       | payment                | 1.262626263 | 0.000000001 |
        | drift-funding-04       | capped                 | true        | =         |
        | drift-cover-01         | partialQuantity        | 466.67      | 0         |
        | drift-cover-02         | partialQuantity        | 866.67      | 0         |
        | drift-cover-03         | partialQuantity        | 746.67      | 0         |
        """
    );

    public static TheoryData<string> Examples => [.. s_table.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_calculator_gives_the_sources_number(string example)
    {
        Assert.Empty(s_table.Differences(example));
    }
}
