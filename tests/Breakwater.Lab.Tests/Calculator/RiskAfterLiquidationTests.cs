using System.Text.Json;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Whether a step of the ladder, filled at the mark, leaves more equity for what is still required.</summary>
public sealed class RiskAfterLiquidationTests
{
    private const int Draws = 2_000;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    public static TheoryData<string> WithoutFee =>
        [
            .. s_book.Names.Where(name =>
                s_book.Read(name).Rules is { } rules
                && rules.Ladder.ClearanceFee.IsZero
                && rules.Ladder.SurplusFee.IsZero
                && rules.Margin.ClosingFee != ClosingFee.Reserved
            ),
        ];

    [Theory]
    [MemberData(nameof(WithoutFee))]
    public void A_step_without_a_fee_leaves_nobody_riskier(string name)
    {
        RuleSet rules = s_book.Read(name).Rules!;
        var draws = new DrawnAccounts(rules);
        var luck = new Luck(3);
        int steps = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            AccountQuestion drawn = draws.Draw(luck);
            var account = new MarginAccount(rules, drawn, "account", _ => null, null);
            if (account.FirstToLiquidate(null) is not { } position || !account.EquityOf(position).IsPositive)
            {
                continue;
            }

            steps++;
            JsonNode after = Liquidate(name, drawn, position)["accountAfter"]!;
            Rational equity = Number(after["equity"]!);
            Rational required = Number(after["maintenanceMargin"]!);
            Rational change = equity * account.RequiredOf(position) - account.EquityOf(position) * required;
            Assert.True(change > -s_rounding * account.RequiredOf(position), $"{change}: {after.ToJsonString()}");
        }

        Assert.True(steps > 0);
    }

    // 1.25 % of what is closed is paid where 0.4 % is freed.
    [Fact]
    public void Binances_fee_leaves_a_small_position_riskier()
    {
        JsonNode answer = AnswerTable.Ask(
            """
            {"venue":"binance-usdm","kind":"liquidate","fill":{"price":57200,"quantity":0.5},"account":{"mode":"isolated",
            "positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"markPrice":57200,"leverage":20}]}}
            """
        );

        // 200 of 228.8 before: 0.874. Half of it closed for 357.5, of which 200 are there: nothing for the other half.
        Assert.Equal("200", answer["equity"]!.ToJsonString());
        Assert.Equal("228.8", answer["maintenanceMargin"]!.ToJsonString());
        Assert.Null(answer["restoringQuantity"]);
        Assert.Equal("0", answer["accountAfter"]!["equity"]!.ToJsonString());
        Assert.Equal("114.4", answer["accountAfter"]!["maintenanceMargin"]!.ToJsonString());
        Assert.True((bool)answer["accountAfter"]!["liquidatable"]!);
    }

    // The fee of a fill at the mark is more than the equity behind what it closes.
    [Theory]
    [InlineData(
        """{"venue":"deribit-linear","kind":"liquidate","fill":{"price":60000},"account":{"mode":"isolated","positions":[{"symbol":"BTC","side":"long","quantity":1,"entryPrice":60000,"isolatedMargin":300}]}}"""
    )]
    [InlineData(
        """{"venue":"drift-v2","kind":"liquidate","fill":{"price":148.5,"quantity":500},"account":{"mode":"isolated","positions":[{"symbol":"SOL","side":"long","quantity":1000,"entryPrice":150,"isolatedMargin":2000}]}}"""
    )]
    public void Where_equity_is_below_the_fee_a_fill_leaves_the_account_riskier(string question)
    {
        JsonNode answer = AnswerTable.Ask(question);
        JsonNode after = answer["accountAfter"]!;

        Rational ratio = Number(answer["equity"]!) / Number(answer["maintenanceMargin"]!);
        Assert.True(Number(after["equity"]!) < ratio * Number(after["maintenanceMargin"]!), answer.ToJsonString());
    }

    // A conversion costs 2 % of what counts at 98 %, or 2.5 % of what counts at 95 %.
    [Theory]
    [InlineData("bybit-uta", "0")]
    [InlineData("binance-multi-assets", "256.41")]
    public void A_conversion_changes_equity_by_haircut_less_cost(string venue, string gained)
    {
        string account =
            """{"mode":"cross","collateral":[{"asset":"USDC","amount":-10000},{"asset":"BTC","amount":0.2,"price":60000}],"positions":[{"symbol":"BTCUSDT","side":"long","quantity":6,"entryPrice":60000}]}""";
        string Ask(string kind) => $$"""{"venue":"{{venue}}","kind":"{{kind}}","account":{{account}}}""";
        Rational before = Number(AnswerTable.Ask(Ask("margin"))["equity"]!);
        Rational after = Number(AnswerTable.Ask(Ask("liquidate"))["equity"]!);

        Assert.Equal(Rational.Parse(gained), (after - before).RoundTo(Rational.Parse("0.01"), Rounding.Floor));
    }

    // Incentive 1.08 times collateral factor 0.95 is more than one.
    [Fact]
    public void Compounds_incentive_can_deepen_a_shortfall()
    {
        Assert.Equal("5", Shortfall(collateral: 100, debt: 100));

        // Repaying 10 takes 10.8 of collateral: 89.2 x 0.95 against 90, in whole units.
        Assert.Equal("6", Shortfall(collateral: 89, debt: 90));
    }

    private static string Shortfall(int collateral, int debt) =>
        AnswerTable.Ask(
            $$"""
            {"venue":"compound-v2","kind":"lending","collateral":[{"amount":{{collateral}},"collateralFactor":0.95}],
            "debt":[{"amount":{{debt}}}]}
            """
        )["shortfall"]!.ToJsonString();

    private static JsonNode Liquidate(string venue, AccountQuestion drawn, PositionMargin position)
    {
        var question = new Question
        {
            Venue = venue,
            Kind = "liquidate",
            Account = drawn,
            Fill = new FillQuestion { Price = position.Holding.Mark },
        };
        return AnswerTable.Ask(JsonSerializer.Serialize(question, QuestionForms.Default.Question));
    }

    private static readonly Rational s_rounding = Rational.Parse("0.000000000001");

    private static Rational Number(JsonNode node) => Rational.Parse(node.ToJsonString());
}
