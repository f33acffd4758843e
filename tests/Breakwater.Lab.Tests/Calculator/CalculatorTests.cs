using System.Text;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class CalculatorTests
{
    private const string Position =
        """{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"leverage":20}""";

    [Fact]
    public void Answers_come_in_the_order_of_questions_and_bad_ones_are_answered_too()
    {
        string[] lines =
        [
            $$"""{"id":"a","venue":"binance-usdm","kind":"margin","account":{"mode":"isolated","positions":[{{Position}}] } }""",
            """{"id":2,"venue":"binance-usdm","kind":"margin","account":""",
            "",
            """{"id":[3],"venue":"binance-usd","kind":"margin"}""",
            """{"id":{"k":4},"venue":"binance-usdm","kind":"tiers","limits":[1000,2000],"maintenanceRates":["0.01","0.02"],"notional":1500}""",
        ];

        JsonNode[] answers = AnswersTo(string.Join("\r\n", lines));

        Assert.Equal(4, answers.Length);
        Assert.Equal("a", (string?)answers[0]["id"]);
        Assert.Equal("57228.915662650602409639", answers[0]["liquidationPrice"]!.ToJsonString());
        Assert.Equal("invalidJson", (string?)answers[1]["error"]!["code"]);
        Assert.Equal("2", answers[1]["error"]!["line"]!.ToJsonString());
        Assert.Equal("unknownVenue", (string?)answers[2]["error"]!["code"]);
        Assert.Contains(
            "did you mean \"binance-usdm\"",
            (string?)answers[2]["error"]!["message"],
            StringComparison.Ordinal
        );
        Assert.Equal("[3]", answers[2]["id"]!.ToJsonString());
        Assert.Equal("20", answers[3]["maintenanceMargin"]!.ToJsonString());
    }

    [Theory]
    [InlineData("quantity", "\"one\"", "invalid", "account.positions[0].quantity")]
    [InlineData("quantity", "0", "invalid", "account.positions[0].quantity")]
    [InlineData("quantity", "null", "missing", "account.positions[0].quantity")]
    [InlineData("entryPrice", "-1", "invalid", "account.positions[0].entryPrice")]
    [InlineData("side", "\"up\"", "invalid", "account.positions[0].side")]
    [InlineData("symbol", "\"XYZUSDT\"", "invalid", "account.positions[0].symbol")]
    [InlineData("leverage", "1e99", "invalid", "account.positions[0].leverage")]
    public void An_error_names_the_field(string key, string value, string code, string field)
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position[key] = JsonNode.Parse(value);
        JsonNode answer = Ask(position, "isolated");

        Assert.Equal(code, (string?)answer["error"]!["code"]);
        Assert.Equal(field, (string?)answer["error"]!["field"]);
    }

    [Fact]
    public void Numbers_and_decimal_strings_are_the_same_numbers()
    {
        JsonObject words = JsonNode.Parse(Position)!.AsObject();
        foreach (string key in (string[])["quantity", "entryPrice", "leverage"])
        {
            words[key] = words[key]!.ToJsonString() + ".00";
        }

        Assert.Equal(
            Ask(JsonNode.Parse(Position)!.AsObject(), "isolated").ToJsonString(),
            Ask(words, "isolated").ToJsonString()
        );
    }

    [Fact]
    public void What_has_no_price_is_null_with_a_reason()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["isolatedMargin"] = 60_000;

        JsonNode answer = Ask(position, "isolated");

        Assert.Null(answer["liquidationPrice"]);
        Assert.NotNull(answer["reasons"]!["liquidationPrice"]);
    }

    [Fact]
    public void What_the_venue_would_not_let_stand_is_warned_of()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        Assert.False(Ask(position, "isolated").AsObject().ContainsKey("warnings"));

        position["leverage"] = 500;

        Assert.Equal(
            [
                "leverage 500x is above the venue's maximum of 150x at this notional",
                "liquidatable at once: equity of 120 does not carry the maintenance margin of 240",
            ],
            WarningsOf(Ask(position, "isolated"))
        );
    }

    [Fact]
    public void A_warning_names_its_position_where_there_are_several()
    {
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"binance-usdm","kind":"margin","account":{"balance":100,"positions":[{{Position}},{"symbol":"ETHUSDT","side":"short","quantity":1,"entryPrice":2500,"leverage":151}] } }"""
        );

        Assert.Equal(
            [
                "liquidatable at once: equity of 100 does not carry the maintenance margin of 250",
                "ETHUSDT: leverage 151x is above the venue's maximum of 150x at this notional",
            ],
            WarningsOf(answer)
        );
    }

    // It is liquidatable, and that is what is asked about.
    [Fact]
    public void Who_asks_for_a_liquidation_is_warned_of_leverage_alone()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["leverage"] = 500;
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"binance-usdm","kind":"liquidate","account":{"mode":"isolated","positions":[{{position.ToJsonString()}}] } }"""
        );

        Assert.True((bool)answer["liquidatable"]!);
        Assert.Equal(["leverage 500x is above the venue's maximum of 150x at this notional"], WarningsOf(answer));
    }

    [Fact]
    public void Whoever_would_be_liquidated_before_he_is_ranked_is_warned_of_by_name()
    {
        JsonNode answer = AnswerTable.Ask(
            """
            {"venue":"binance-usdm","kind":"deleverage","insuranceFund":0,"liquidated":{"markPrice":50000,"account":{"mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"leverage":200}] } },"candidates":[{"id":"well","mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"short","quantity":1,"entryPrice":60000,"leverage":10}] },{"id":"ill","mode":"isolated","positions":[{"symbol":"BTCUSDT","side":"short","quantity":1,"entryPrice":50010,"leverage":100,"isolatedMargin":100}] }] }
            """
        );

        Assert.Equal(
            [
                "liquidated: leverage 200x is above the venue's maximum of 150x at this notional",
                "ill: liquidatable at once: equity of 110 does not carry the maintenance margin of 200",
            ],
            WarningsOf(answer)
        );
    }

    [Fact]
    public void The_highest_leverage_is_not_warned_of_and_falls_with_the_size()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["leverage"] = 150;
        Assert.Empty(WarningsOf(Ask(position, "isolated")));

        position["quantity"] = 100;
        Assert.StartsWith("leverage 150x is above", WarningsOf(Ask(position, "isolated"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_are_rounded_beside_the_exact_ones_so_that_nobody_is_found_too_late()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["tickSize"] = "0.1";
        Assert.Equal("57229", Ask(position, "isolated")["liquidationPriceRounded"]!.ToJsonString());

        position["side"] = "short";
        Assert.Equal("62749", Ask(position, "isolated")["liquidationPriceRounded"]!.ToJsonString());
    }

    [Fact]
    public void Keys_that_nobody_reads_are_named()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["quantiy"] = 3;

        Assert.Equal("""["account.positions[0].quantiy"]""", Ask(position, "isolated")["ignored"]!.ToJsonString());
    }

    [Fact]
    public void A_mistyped_key_is_named_beside_what_is_missing()
    {
        JsonNode answer = AnswerTable.Ask("""{"venue":"binance-usdm","kind":"margin","acount":{}}""");

        Assert.Equal("account", (string?)answer["error"]!["field"]);
        Assert.Equal("""["acount"]""", answer["ignored"]!.ToJsonString());
    }

    [Theory]
    [InlineData("[1]", "the line must be one JSON object")]
    [InlineData("""{"venue":"binance-usdm","kind":"margin","account":5}""", "account is of another JSON type than")]
    public void What_is_no_question_is_said_in_words_of_json(string line, string problem)
    {
        string? message = (string?)AnswerTable.Ask(line)["error"]!["message"];

        Assert.StartsWith(problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"venue":"binance-usdm","kind":"margin","account":{"positions":[null]}}""", "account.positions[0]")]
    [InlineData(
        """{"venue":"binance-usdm","kind":"deleverage","candidates":[{},{"collateral":[null]}]}""",
        "candidates[1].collateral[0]"
    )]
    [InlineData("""{"venue":"aave-v3","kind":"lending","collateral":[{},null]}""", "collateral[1]")]
    [InlineData("""{"venue":"binance-usdm","kind":"markPrice","index":1,"books":[null]}""", "books[0]")]
    [InlineData(
        """{"venue":"binance-usdm","kind":"markPrice","index":1,"books":[{"bid":2,"ask":1}]}""",
        "books[0].bid"
    )]
    [InlineData(
        """{"venue":"binance-usdm","kind":"funding","premium":0,"position":{"quantity":"x"}}""",
        "position.quantity"
    )]
    [InlineData("""{"venue":"binance-usdm","kind":"funding","premium":0,"position":{"side":"up"}}""", "position.side")]
    [InlineData("""{"venue":"binance-usdm","kind":"funding","premium":0,"markPrice":-1}""", "markPrice")]
    [InlineData("""{"venue":"vega","kind":"socialise","gains":[1],"collected":-1}""", "collected")]
    [InlineData("""{"venue":"binance-usdm","kind":"tiers","symbol":"BTC","notional":-1}""", "notional")]
    [InlineData("""{"venue":"binance-usdm","kind":"margin","tickSize":0}""", "tickSize")]
    [InlineData("""{"venue":"aave-v3","kind":"lending","debt":[{"amount":-1}]}""", "debt[0].amount")]
    [InlineData(
        """{"venue":"maker-liq2","kind":"lending","action":{"type":"price","top":1,"elapsed":1e9}}""",
        "action.elapsed"
    )]
    public void What_no_formula_can_take_is_named(string line, string field) =>
        Assert.Equal(field, (string?)AnswerTable.Ask(line)["error"]!["field"]);

    [Fact]
    public void A_focus_that_is_no_position_is_said_of_a_liquidation_too()
    {
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"binance-usdm","kind":"liquidate","focus":"ETHUSDT","account":{"mode":"isolated","positions":[{{Position}}] } }"""
        );

        Assert.Equal("focus", (string?)answer["error"]!["field"]);
    }

    [Theory]
    [InlineData("\"mode\":\"isolated\",\"balance\":5", """["account.balance"]""")]
    [InlineData("\"mode\":\"isolated\",\"collateral\":[]", """["account.collateral"]""")]
    [InlineData("\"mode\":\"cross\",\"balance\":5,\"equity\":6", """["account.equity"]""")]
    public void What_the_mode_does_not_read_is_named(string stated, string ignored)
    {
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"binance-usdm","kind":"margin","account":{ {{stated}},"positions":[{{Position}}] } }"""
        );

        Assert.Equal(ignored, answer["ignored"]!.ToJsonString());
    }

    [Theory]
    [InlineData("aave-v3", "[]", "100", "maxRepay", "0")]
    [InlineData("aave-v3", "[]", "100", "badDebt", "100")]
    [InlineData("aave-v3", """[{"amount":1000}]""", "100", "maxRepay", "0")]
    [InlineData("compound-v2", """[{"amount":1000}]""", "100", "maxRepay", "0")]
    [InlineData("compound-v2", "[]", "100", "badDebt", "100")]
    public void Nothing_is_seized_that_may_not_be(string venue, string collateral, string debt, string key, string said)
    {
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"{{venue}}","kind":"lending","collateral":{{collateral}},"debt":[{"amount":{{debt}}}]}"""
        );

        Assert.Equal(said, answer[key]!.ToJsonString());
        Assert.Null(answer["seized"]);
    }

    [Fact]
    public void A_side_and_a_sign_are_one_too_many()
    {
        JsonObject position = JsonNode.Parse(Position)!.AsObject();
        position["quantity"] = -1;

        Assert.Equal("account.positions[0].quantity", (string?)Ask(position, "isolated")["error"]!["field"]);
    }

    [Fact]
    public void Under_cross_margin_the_others_are_held_fixed()
    {
        JsonNode answer = AnswerTable.Ask(
            """
            {"venue":"binance-usdm","kind":"margin","focus":"BTC","account":{"mode":"cross","balance":10000,"positions":[
            {"symbol":"BTCUSDT","side":"long","quantity":1,"entryPrice":60000,"markPrice":59000},
            {"symbol":"ETHUSDT","side":"short","quantity":10,"entryPrice":2500,"markPrice":2400}]}}
            """
        );

        // 10000 + 1000 (profit of ETH) - 96 (its maintenance) covers a fall to P: P - 60000 + 10904 = 0.004 P.
        Rational expected = Rational.Parse("49096") / Rational.Parse("0.996");
        Assert.Equal(expected.ToString(), answer["liquidationPrice"]!.ToJsonString());
        Assert.Equal("10000", answer["account"]!["equity"]!.ToJsonString());
        Assert.Equal("332", answer["account"]!["maintenanceMargin"]!.ToJsonString());
    }

    [Fact]
    public void Explained_answers_say_whose_word_each_rule_is()
    {
        JsonNode answer = AnswerTable.Ask(
            $$"""{"venue":"bybit-linear","kind":"margin","explain":true,"account":{"mode":"isolated","positions":[{{Position}}] } }"""
        );
        JsonArray rules = answer["rules"]!.AsArray();

        Assert.Contains(
            rules,
            rule => (string?)rule!["basis"] == "published" && (string?)rule["part"] == "margin.schedule"
        );
        Assert.Contains(
            rules,
            rule => (string?)rule!["basis"] == "assumed" && (string?)rule["part"] == "instruments.BTC.lot"
        );
        Assert.All(rules, rule => Assert.NotNull(rule!["source"]));
        Assert.Contains(answer["formulas"]!.AsArray(), line => (string?)line!["result"] == "liquidationPrice");
    }

    private static JsonNode Ask(JsonObject position, string mode) =>
        AnswerTable.Ask(
            $$"""{"id":1,"venue":"binance-usdm","kind":"margin","account":{"mode":"{{mode}}","positions":[{{position.ToJsonString()}}] } }"""
        );

    private static string[] WarningsOf(JsonNode answer) =>
        [.. (answer["warnings"]?.AsArray() ?? []).Select(warning => (string)warning!)];

    private static JsonNode[] AnswersTo(string questions)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(questions));
        using var output = new MemoryStream();
        QuestionFile.Answer(new Calculator(new RuleBook(ContentFolders.Default)), input, output);
        return
        [
            .. Encoding
                .UTF8.GetString(output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!),
        ];
    }
}
