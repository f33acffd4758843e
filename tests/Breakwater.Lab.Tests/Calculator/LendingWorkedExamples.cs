using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Lending protocols against the numbers of their own tests and pages, asked as a user asks.</summary>
/// <remarks>A tolerance of "=" asks for the same word; else it is the precision of the source's number.</remarks>
public sealed class LendingWorkedExamples
{
    // compound-finance/compound-protocol tests/Comptroller/accountLiquidityTest.js at 513f82cc48.
    // Aave's liquidations FAQ, copy of 2022-2025.
    // aave-dao/aave-v3-origin LiquidationLogic.sol, by hand: half of all debt, bad debt of all reserves, no dust left.
    // compound-finance/compound-protocol CToken.sol liquidateBorrowFresh, by hand.
    // makerdao/dss src/test/clip.t.sol, the final one: the keeper's share is of the debt with its penalty.
    // makerdao/dss src/dog.sol bark, by hand: kick-07 to kick-10.
    // makerdao/dss src/test/abaci.t.sol at 0cd974e979.
    private const string Questions = """
        compound-liquidity-01  {"venue":"compound-v2","kind":"lending","collateral":[{"amount":"1000000","collateralFactor":"0.5","price":"1"}],"debt":[]}
        compound-liquidity-02  {"venue":"compound-v2","kind":"lending","collateral":[{"amount":"1000000","collateralFactor":"0.5","price":"1"}],"debt":[{"amount":"1000000","price":"1"}]}
        compound-liquidity-03  {"venue":"compound-v2","kind":"lending","collateral":[{"amount":"1000000","collateralFactor":"0.5","price":"3"},{"amount":"1000","collateralFactor":"0.666","price":"2.718"}],"debt":[]}
        compound-liquidity-04  {"venue":"compound-v2","kind":"lending","collateral":[{"amount":"1000000","collateralFactor":"0.5","price":"3"},{"amount":"1000","collateralFactor":"0.666","price":"2.718"}],"debt":[{"amount":"1810","price":"1"}]}
        compound-liquidity-05  {"venue":"compound-v2","kind":"lending","collateral":[{"amount":"1000000","collateralFactor":"0.5","price":"3"},{"amount":"1000","collateralFactor":"0.666","price":"2.718"}],"debt":[{"amount":"3001810","price":"1"}]}
        aave-faq-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"ETH","amount":"10","price":"1800","liquidationThreshold":"0.499","bonus":"0.05"}],"debt":[{"asset":"DAI","amount":"5","price":"1800"}]}
        aave-faq-02  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"ETH","amount":"10","price":"1800","liquidationThreshold":"0.499","bonus":"0.15"}],"debt":[{"asset":"DAI","amount":"5","price":"1800"}]}
        maker-unsafe-01  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"5","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start"}}
        maker-unsafe-02  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start"}}
        maker-kick-01  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start","penalty":"0.1","buffer":"1","dust":"20","tip":"100","chip":"0"}}
        maker-kick-02  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start","penalty":"0.1","buffer":"1.25","dust":"20","tip":"100","chip":"0.02"}}
        maker-kick-03  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start","penalty":"0.0","buffer":"1","dust":"20","room":"80"}}
        maker-kick-04  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start","penalty":"0.0","buffer":"1","dust":"20","room":"80.000000000000000001"}}
        maker-kick-05  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1.02"}],"action":{"type":"start","penalty":"0.0","buffer":"1","dust":"20.4","room":"81.6"}}
        maker-kick-06  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"40","price":"4","ratio":"2"}],"debt":[{"amount":"100","rate":"1"}],"action":{"type":"start","penalty":"0.1","buffer":"1","dust":"20","room":"75"}}
        maker-take-01  {"venue":"maker-liq2","kind":"lending","action":{"type":"take","tab":"110","lot":"40","price":"5","chost":"22","amount":"25"}}
        maker-price-01  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"5","elapsed":"30","cut":"0.99","step":"1"}}
        maker-redo-01  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"5","elapsed":"3600","duration":"36000","tail":"3600","cusp":"0.5"}}
        maker-take-02  {"venue":"maker-liq2","kind":"lending","action":{"type":"take","tab":"110","lot":"40","price":"5","chost":"22","amount":"22"}}
        maker-price-02  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"1000","elapsed":"360","duration":"3600"}}
        maker-redo-02  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"5","elapsed":"3601","duration":"36000","tail":"3600","cusp":"0.5"}}
        maker-take-03  {"venue":"maker-liq2","kind":"lending","action":{"type":"take","tab":"110","lot":"40","price":"5","chost":"22","amount":"11"}}
        maker-price-03  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"1000","elapsed":"1080","duration":"3600"}}
        maker-redo-03  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"5","elapsed":"1800","duration":"3600","tail":"3600","cusp":"0.5"}}
        maker-take-04  {"venue":"maker-liq2","kind":"lending","action":{"type":"take","tab":"110","lot":"40","price":"5","chost":"22","amount":"10"}}
        maker-price-04  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"1000","elapsed":"3600","duration":"3600"}}
        maker-redo-04  {"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":"5","elapsed":"1801","duration":"3600","tail":"3600","cusp":"0.5"}}
        aave-total-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"12600"},{"asset":"DAI","amount":"8400"}],"action":{"type":"liquidate","debt":"USDC"}}
        aave-total-02  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"12600"},{"asset":"DAI","amount":"8400"}],"action":{"type":"liquidate","debt":"DAI"}}
        aave-total-03  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2400"}],"debt":[{"asset":"USDC","amount":"12600"},{"asset":"DAI","amount":"8400"}],"action":{"type":"liquidate","debt":"USDC"}}
        aave-small-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"19100"},{"asset":"DAI","amount":"1900"}],"action":{"type":"liquidate","debt":"DAI"}}
        aave-dust-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"11000"},{"asset":"DAI","amount":"10000"}],"action":{"type":"liquidate","debt":"USDC"}}
        aave-dust-02  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"11000"},{"asset":"DAI","amount":"10000"}],"action":{"type":"liquidate","debt":"USDC","repay":"10000"}}
        aave-bad-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"1","price":"2500"}],"debt":[{"asset":"USDC","amount":"3000"},{"asset":"DAI","amount":"1000"}],"action":{"type":"liquidate","debt":"USDC"}}
        aave-bad-02  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"1","price":"2500"},{"asset":"LINK","amount":"1","price":"10"}],"debt":[{"asset":"USDC","amount":"3000"},{"asset":"DAI","amount":"1000"}],"action":{"type":"liquidate","debt":"USDC"}}
        aave-healthy-01  {"venue":"aave-v3","kind":"lending","collateral":[{"asset":"WETH","amount":"10","price":"2500"}],"debt":[{"asset":"USDC","amount":"12000"},{"asset":"DAI","amount":"8000"}],"action":{"type":"liquidate","debt":"USDC"}}
        compound-seize-01  {"venue":"compound-v2","kind":"lending","collateral":[{"asset":"cETH","amount":"1000","collateralFactor":"0.8"},{"asset":"cDAI","amount":"100000","collateralFactor":"0.8"}],"debt":[{"asset":"USDC","amount":"90000"}],"action":{"type":"liquidate","collateral":"cETH"}}
        compound-seize-02  {"venue":"compound-v2","kind":"lending","collateral":[{"asset":"cETH","amount":"1000","collateralFactor":"0.8"},{"asset":"cDAI","amount":"100000","collateralFactor":"0.8"}],"debt":[{"asset":"USDC","amount":"90000"}],"action":{"type":"liquidate","collateral":"cETH","repay":"1000"}}
        compound-seize-03  {"venue":"compound-v2","kind":"lending","collateral":[{"asset":"cETH","amount":"1000","collateralFactor":"0.8"},{"asset":"cDAI","amount":"100000","collateralFactor":"0.8"}],"debt":[{"asset":"USDC","amount":"90000"}],"action":{"type":"liquidate","collateral":"cDAI","repay":"45001"}}
        compound-seize-04  {"venue":"compound-v2","kind":"lending","collateral":[{"asset":"cETH","amount":"1000","collateralFactor":"0.8"},{"asset":"cDAI","amount":"100000","collateralFactor":"0.8"}],"debt":[{"asset":"USDC","amount":"90000"}],"action":{"type":"liquidate","collateral":"cDAI"}}
        compound-healthy-01  {"venue":"compound-v2","kind":"lending","collateral":[{"asset":"cETH","amount":"1000","collateralFactor":"0.8"},{"asset":"cDAI","amount":"100000","collateralFactor":"0.8"}],"debt":[{"asset":"USDC","amount":"80000"}],"action":{"type":"liquidate","collateral":"cETH"}}
        maker-kick-07  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"50","price":"2000"}],"debt":[{"amount":"80000"}],"action":{"type":"start","penalty":"0.13","tip":"100","chip":"0.01"}}
        maker-kick-08  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"50","price":"2000"}],"debt":[{"amount":"80000"}],"action":{"type":"start","dust":"7500","room":"10"}}
        maker-kick-09  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"50","price":"2000"}],"debt":[{"amount":"80000"}],"action":{"type":"start","dust":"7500","room":"0"}}
        maker-kick-10  {"venue":"maker-liq2","kind":"lending","collateral":[{"amount":"50","price":"2000"}],"debt":[{"amount":"80000"}],"action":{"type":"start","dust":"7500","room":"8475"}}
        """;

    private static readonly AnswerTable s_table = AnswerTable.Parse(
        Questions,
        """
        | example               | answer          | value             | tolerance             |
        | compound-liquidity-01 | liquidity       | 500000            | 0                     |
        | compound-liquidity-01 | shortfall       | 0                 | 0                     |
        | compound-liquidity-02 | liquidity       | 0                 | 0                     |
        | compound-liquidity-02 | shortfall       | 500000            | 0                     |
        | compound-liquidity-03 | liquidity       | 1501810           | 0                     |
        | compound-liquidity-03 | shortfall       | 0                 | 0                     |
        | compound-liquidity-04 | liquidity       | 1500000           | 0                     |
        | compound-liquidity-04 | shortfall       | 0                 | 0                     |
        | compound-liquidity-05 | liquidity       | 0                 | 0                     |
        | compound-liquidity-05 | shortfall       | 1500000           | 0                     |
        | aave-faq-01           | maxRepay        | 2.5               | 0                     |
        | aave-faq-01           | bonus           | 0.125             | 0                     |
        | aave-faq-02           | maxRepay        | 2.5               | 0                     |
        | aave-faq-02           | bonus           | 0.375             | 0                     |
        | maker-unsafe-01       | liquidatable    | false             | =                     |
        | maker-unsafe-02       | liquidatable    | true              | =                     |
        | maker-kick-01         | tab             | 110               | 0                     |
        | maker-kick-01         | seized          | 40                | 0                     |
        | maker-kick-01         | auctionPrice    | 4                 | 0                     |
        | maker-kick-01         | keeperReward    | 100               | 0                     |
        | maker-kick-02         | tab             | 110               | 0                     |
        | maker-kick-02         | seized          | 40                | 0                     |
        | maker-kick-02         | auctionPrice    | 5                 | 0                     |
        | maker-kick-02         | keeperReward    | 102.2             | 0                     |
        | maker-kick-03         | tab             | 80                | 0                     |
        | maker-kick-03         | seized          | 32                | 0                     |
        | maker-kick-03         | debtAfter       | 20                | 0                     |
        | maker-kick-04         | tab             | 100               | 0                     |
        | maker-kick-04         | seized          | 40                | 0                     |
        | maker-kick-04         | debtAfter       | 0                 | 0                     |
        | maker-kick-05         | tab             | 81.6              | 0                     |
        | maker-kick-05         | seized          | 32                | 0                     |
        | maker-kick-05         | debtAfter       | 20.4              | 0                     |
        | maker-kick-06         | tab             | 75                | 0.0000000000000000003 |
        | maker-take-01         | seized          | 22                | 0                     |
        | maker-take-01         | paid            | 110               | 0                     |
        | maker-take-01         | returnedToOwner | 18                | 0                     |
        | maker-take-01         | debtAfter       | 0                 | 0                     |
        | maker-price-01        | auctionPrice    | 3.698501866941401 | 0.000000000000002     |
        | maker-redo-01         | needsRestart    | false             | =                     |
        | maker-take-02         | seized          | 22                | 0                     |
        | maker-take-02         | paid            | 110               | 0                     |
        | maker-take-02         | returnedToOwner | 18                | 0                     |
        | maker-take-02         | debtAfter       | 0                 | 0                     |
        | maker-price-02        | auctionPrice    | 900               | 0                     |
        | maker-redo-02         | needsRestart    | true              | =                     |
        | maker-take-03         | seized          | 11                | 0                     |
        | maker-take-03         | paid            | 55                | 0                     |
        | maker-take-03         | debtAfter       | 55                | 0                     |
        | maker-take-03         | lotAfter        | 29                | 0                     |
        | maker-take-03         | returnedToOwner | 0                 | 0                     |
        | maker-price-03        | auctionPrice    | 700               | 0                     |
        | maker-redo-03         | needsRestart    | false             | =                     |
        | maker-take-04         | seized          | 10                | 0                     |
        | maker-take-04         | paid            | 50                | 0                     |
        | maker-take-04         | debtAfter       | 60                | 0                     |
        | maker-take-04         | lotAfter        | 30                | 0                     |
        | maker-take-04         | returnedToOwner | 0                 | 0                     |
        | maker-price-04        | auctionPrice    | 0                 | 0                     |
        | maker-redo-04         | needsRestart    | true              | =                     |
        | aave-total-01         | maxRepay        | 10500             | 0                     |
        | aave-total-01         | closeFactor     | 0.5               | 0                     |
        | aave-total-01         | debtAfter       | 2100              | 0                     |
        | aave-total-02         | maxRepay        | 8400              | 0                     |
        | aave-total-02         | debtAfter       | 0                 | 0                     |
        | aave-total-03         | maxRepay        | 12600             | 0                     |
        | aave-small-01         | maxRepay        | 1900              | 0                     |
        | aave-dust-01          | maxRepay        | 10500             | 0                     |
        | aave-dust-01          | refused         | true              | =                     |
        | aave-dust-02          | repaid          | 10000             | 0                     |
        | aave-dust-02          | debtAfter       | 1000              | 0                     |
        | aave-bad-01           | repaid          | 2380.952380952380952381 | 0.000000000000001     |
        | aave-bad-01           | badDebt         | 1619.047619047619047619 | 0.000000000000001     |
        | aave-bad-02           | badDebt         | 0                 | 0                     |
        | aave-healthy-01       | liquidatable    | false             | =                     |
        | aave-healthy-01       | reasons.maxRepay | the health factor is not below 1 | =                     |
        | compound-seize-01     | maxRepay        | 925.925925925925925926 | 0.000000000000001     |
        | compound-seize-01     | seized          | 1000              | 0                     |
        | compound-seize-01     | badDebt         | 0                 | 0                     |
        | compound-seize-02     | refused         | true              | =                     |
        | compound-seize-02     | reasons.seized  | it would seize more than the borrower holds of this collateral (LIQUIDATE_SEIZE_TOO_MUCH) | =                     |
        | compound-seize-03     | reasons.repaid  | more than the close factor allows (TOO_MUCH_REPAY) | =                     |
        | compound-seize-04     | maxRepay        | 45000             | 0                     |
        | compound-seize-04     | seized          | 48600             | 0                     |
        | compound-healthy-01   | reasons.maxRepay | there is no shortfall | =                     |
        | maker-kick-07         | keeperReward    | 1004              | 0                     |
        | maker-kick-08         | refused         | true              | =                     |
        | maker-kick-08         | reasons.tab     | the part there is room for is less than the smallest debt (Dog/dusty-auction-from-partial-liquidation) | =                     |
        | maker-kick-09         | reasons.tab     | auctions under way leave no room (Dog/liquidation-limit-hit) | =                     |
        | maker-kick-10         | refused         | false             | =                     |
        | maker-kick-10         | tab             | 8475              | 0                     |
        | maker-kick-10         | debtAfter       | 72500             | 0                     |
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
