using System.Globalization;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Drawn accounts in every rule set: prices mean what they say, and money goes from one named party to another.</summary>
/// <remarks>
/// Quick tier, always: 100,000 accounts in each rule set. Full tier: set BREAKWATER_FULL_TIER to the number of markets of 400
/// accounts (25000 for ten million), and BREAKWATER_SEED to start from another seed than 1.
/// </remarks>
public sealed class RuleSetFuzzTests(ITestOutputHelper output)
{
    private const int AccountsPerMarket = 400;
    private const int QuickMarkets = 250;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    public static TheoryData<string> RuleSets => [.. s_book.Names.Where(name => s_book.Read(name).Rules is not null)];

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Every_account_adds_up(string name)
    {
        RuleSet rules = s_book.Read(name).Rules!;
        int markets = Setting("BREAKWATER_FULL_TIER", QuickMarkets);
        int first = Setting("BREAKWATER_SEED", 1);
        var tally = new Tally();
        for (int market = 0; market < markets; market++)
        {
            var luck = new Luck((ulong)(first + market));
            for (int i = 0; i < AccountsPerMarket; i++)
            {
                AccountQuestion drawn = DrawnAccount.Draw(luck, rules);
                if (Problem(rules, drawn, luck, tally) is { } problem)
                {
                    Assert.Fail($"{name}, seed {first + market}, account {i}: {problem}");
                }
            }
        }

        output.WriteLine(
            $"{name}: seeds {first} to {first + markets - 1}, {markets * AccountsPerMarket} accounts: {tally}"
        );
        Assert.True(tally.Liquidated > 0 && tally.Priced > 0, "nothing happened");
    }

    private static string? Problem(RuleSet rules, AccountQuestion drawn, Luck luck, Tally tally)
    {
        MarginAccount account = Evaluate(rules, drawn, null, null);
        foreach (PositionMargin position in account.Positions)
        {
            if (LiquidationPriceProblem(rules, drawn, account, position, tally) is { } liquidation)
            {
                return liquidation;
            }

            if (BankruptcyPriceProblem(account, position) is { } bankruptcy)
            {
                return bankruptcy;
            }
        }

        return account.FirstToLiquidate(null) is { } first ? FillProblem(rules, account, first, luck, tally) : null;
    }

    // The naive twin of a liquidation price: put the mark a millionth on either side of it and look.
    private static string? LiquidationPriceProblem(
        RuleSet rules,
        AccountQuestion drawn,
        MarginAccount account,
        PositionMargin position,
        Tally tally
    )
    {
        // A fee to close that is reserved counts differently in the venue's own formula than in its margin once margin is added.
        bool exact = rules.Margin.ClosingFee != ClosingFee.Reserved || position.ExtraMargin.IsZero;
        if (account.LiquidationPriceOf(position) is not { } price || !exact)
        {
            return null;
        }

        tally.Priced++;
        Rational step = price * Rational.FromFraction(position.Holding.Side, 1_000_000);
        bool safeBefore = !IsLiquidatable(rules, drawn, position.Symbol, price + step);
        bool brokenAfter = IsLiquidatable(rules, drawn, position.Symbol, price - step);
        return safeBefore && brokenAfter
            ? null
            : $"{position.Symbol} {position.Holding.Side} is liquidated at {price}: safe before {safeBefore}, broken after {brokenAfter}";
    }

    private static string? BankruptcyPriceProblem(MarginAccount account, PositionMargin position)
    {
        if (account.BankruptcyPriceOf(position) is not { } price)
        {
            return null;
        }

        Rational left =
            account.EquityBehind(position) + position.Holding.ProfitAt(price) - position.Holding.UnrealisedProfit;
        return left.IsZero ? null : $"{position.Symbol}: at the bankruptcy price {price} there is {left}";
    }

    // What the market paid is what the trader and the fund have more.
    private static string? FillProblem(
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        Luck luck,
        Tally tally
    )
    {
        tally.Liquidated++;
        LadderStep step = LadderStep.Of(rules, account, position);
        if (!step.Quantity.IsPositive || step.Quantity > position.Holding.Quantity)
        {
            return $"{step.Order} for {step.Quantity} of {position.Holding.Quantity}";
        }

        Rational price = position.Holding.Mark * Rational.FromFraction(luck.Between(900, 1100), 1000);
        Rational quantity = luck.Chance(0.3) ? step.Quantity / Rational.FromInteger(2) : step.Quantity;
        LadderFill filled = LadderFill.Of(rules, account, position, step, quantity, price);
        Rational paid = (position.Holding with { Quantity = quantity }).ProfitAt(price);
        Rational gained = filled.MarginAfter - account.WalletOf(position) + filled.FundDelta;
        return gained == paid
            ? null
            : $"{step.Order} at {price}: the market paid {paid}, trader and fund have {gained}";
    }

    private static bool IsLiquidatable(RuleSet rules, AccountQuestion drawn, string symbol, Rational mark)
    {
        MarginAccount moved = Evaluate(rules, drawn, symbol, mark);
        return moved.IsLiquidatable(Array.Find(moved.Positions, position => position.Symbol == symbol)!);
    }

    private static MarginAccount Evaluate(RuleSet rules, AccountQuestion drawn, string? symbol, Rational? mark)
    {
        AccountQuestion moved = symbol is null
            ? drawn
            : drawn with
            {
                Positions =
                [
                    .. drawn.Positions!.Select(position =>
                        position.Symbol == symbol ? position with { MarkPrice = mark } : position
                    ),
                ],
            };
        return new MarginAccount(rules, moved, "account", _ => null, null);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value)
            ? value
            : otherwise;

    private sealed class Tally
    {
        public long Priced { get; set; }

        public long Liquidated { get; set; }

        public override string ToString() => $"{Priced} liquidation prices, {Liquidated} liquidations";
    }
}
