using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>What one side loses another receives, to the unit; what a division leaves goes to somebody named.</summary>
public sealed class ConservationTests
{
    private const int Draws = 300;
    private const string Margin = "0.000001";

    // Answers are written with eighteen decimals or more.
    private static readonly Rational s_rounding = Rational.Parse("0.000000000001");

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    public static TheoryData<string> RuleSets => [.. s_book.Names.Where(name => s_book.Read(name).Rules is not null)];

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Deleveraging_moves_as_much_as_it_closes(string name)
    {
        var luck = new Luck(7);
        string symbol = s_book.Read(name).Rules!.Listings.Values.First().Symbol;
        int filled = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            long quantity = luck.Between(1, 500);
            JsonNode answer = AnswerTable.Ask(DeleveragingQuestion(luck, name, symbol, quantity));
            Rational closed = Sum(answer["fills"]!, "quantity");
            filled += closed.IsPositive ? 1 : 0;

            // All entered at one price and are closed at one: what they hold between them stays what it was.
            Rational margins = Rational.FromInteger(answer["balances"]!.AsArray().Count) * Rational.Parse(Margin);
            Rational moved = Sum(answer["balances"]!, "balance") - margins;
            Assert.Equal(Rational.FromInteger(quantity), closed + Number(answer["uncoveredQuantity"]!));
            Assert.True(moved.Magnitude < s_rounding, $"{moved} is gone: {answer.ToJsonString()}");
        }

        bool never = s_book.Read(name).Rules!.Deleveraging.Trigger == Exchange.DeleveragingTrigger.Never;
        Assert.Equal(!never, filled > 0);
    }

    [Fact]
    public void Socialised_losses_add_up_to_the_unit()
    {
        var luck = new Luck(11);
        for (int draw = 0; draw < Draws; draw++)
        {
            long[] gains = [.. Enumerable.Range(0, (int)luck.Between(1, 9)).Select(_ => luck.OfAnySize(1_000_000))];
            long collected = luck.Below(gains.Sum() + 1);
            long pool = luck.Below(1000);
            JsonNode answer = AnswerTable.Ask(
                $$"""{"venue":"vega","kind":"socialise","gains":[{{string.Join(',', gains)}}],"collected":{{collected}},"pool":{{pool}}}"""
            );
            Rational[] received = [.. answer["received"]!.AsArray().Select(each => Number(each!))];
            Rational paid = Rational.FromInteger(collected + pool) - Number(answer["poolAfter"]!);

            Assert.Equal(paid, received.Aggregate(Rational.Zero, (sum, each) => sum + each));
            Assert.All(received, each => Assert.Equal(each, each.ToInteger(Rounding.Floor)));
        }
    }

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Funding_of_a_long_and_its_short_is_zero(string name)
    {
        var luck = new Luck(13);
        for (int draw = 0; draw < Draws; draw++)
        {
            string premiums = string.Join(',', Enumerable.Range(0, 5).Select(_ => $"{luck.Between(-900, 900)}e-6"));
            string Ask(string position) =>
                $$"""{"venue":"{{name}}","kind":"funding","premiums":[{{premiums}}],"markPrice":60011,"oraclePrice":60000,"position":{{position}}}""";
            Rational pays = Number(AnswerTable.Ask(Ask("3"))["payment"]!);
            Rational receives = Number(AnswerTable.Ask(Ask("""{"side":"short","quantity":3}"""))["payment"]!);

            Assert.Equal(Rational.Zero, pays + receives);
        }
    }

    private static string DeleveragingQuestion(Luck luck, string venue, string symbol, long quantity)
    {
        string[] winners =
        [
            .. Enumerable.Range(0, (int)luck.Between(1, 6)).Select(i => Account($"{i}", "long", luck.Between(1, 300))),
        ];
        return $$"""
            {"venue":"{{venue}}","kind":"deleverage","insuranceFund":0,"fundPeak":1,
            "liquidated":{"markPrice":64000,"account":{{Account("loser", "short", quantity)}}},
            "candidates":[{{string.Join(',', winners)}}]}
            """;

        string Account(string id, string side, long lots) =>
            $$"""
                {"id":"{{id}}","mode":"isolated","positions":[{"symbol":"{{symbol}}","side":"{{side}}",
                "quantity":{{lots}},"entryPrice":60000,"leverage":10,"isolatedMargin":{{Margin}}}]}
                """;
    }

    private static Rational Sum(JsonNode list, string key) =>
        list.AsArray().Aggregate(Rational.Zero, (sum, each) => sum + Number(each![key]!));

    private static Rational Number(JsonNode node) => Rational.Parse(node.ToJsonString());
}
