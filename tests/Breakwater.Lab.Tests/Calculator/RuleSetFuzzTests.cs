using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Drawn accounts in every rule set: prices mean what they say, and money goes from one named party to another.</summary>
/// <remarks>
/// Quick tier, always: 100,000 accounts in each rule set. Full tier: set BREAKWATER_FULL_TIER to the number of markets of 400
/// accounts (25000 for ten million), and BREAKWATER_SEED to start from another seed than 1. One rule set alone: --filter-trait "ruleSet=vega".
/// </remarks>
public sealed class RuleSetFuzzTests(ITestOutputHelper output)
{
    private const int AccountsPerMarket = 400;
    private const int QuickMarkets = 250;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    /// <summary>As many as the tier asks for.</summary>
    internal static int Markets => EnvironmentSetting.Of("BREAKWATER_FULL_TIER", QuickMarkets);

    internal static int FirstSeed => EnvironmentSetting.Of("BREAKWATER_SEED", 1);

    public static IEnumerable<TheoryDataRow<string>> RuleSets =>
        s_book
            .Names.Where(name => s_book.Read(name).Rules is not null)
            .Select(name => new TheoryDataRow<string>(name).WithTrait("ruleSet", name));

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Every_account_adds_up(string name)
    {
        RuleSet rules = s_book.Read(name).Rules!;
        (int markets, int first) = (Markets, FirstSeed);
        var draws = new DrawnAccounts(rules);
        var tallies = new Tally[markets];
        Parallel.For(0, markets, market => tallies[market] = Market(draws, (ulong)(first + market)));
        Assert.Null(Array.Find(tallies, market => market.Problem is not null)?.Problem);

        (long priced, long liquidated) = (tallies.Sum(each => each.Priced), tallies.Sum(each => each.Liquidated));
        output.WriteLine(
            $"{name}: seeds {first} to {first + markets - 1}, {(long)markets * AccountsPerMarket} accounts: {priced} liquidation prices, {liquidated} liquidations"
        );
        Assert.True(liquidated > 0 && priced > 0, "nothing happened");
    }

    // A market draws from its own seed alone: the same whatever is drawn beside it.
    private static Tally Market(DrawnAccounts draws, ulong seed)
    {
        var luck = new Luck(seed);
        var tally = new Tally();
        for (int i = 0; i < AccountsPerMarket && tally.Problem is null; i++)
        {
            if (Problem(draws.Rules, draws.Draw(luck), luck, tally) is { } problem)
            {
                tally.Problem = $"{draws.Rules.Name}, seed {seed}, account {i}: {problem}";
            }
        }

        return tally;
    }

    private static string? Problem(RuleSet rules, AccountQuestion drawn, Luck luck, Tally tally)
    {
        var account = new MarginAccount(rules, drawn, "account", _ => null, null);
        for (int i = 0; i < account.Positions.Length; i++)
        {
            PositionMargin position = account.Positions[i];
            string? problem =
                LiquidationPriceProblem(new ProbedPosition(rules, drawn, account, i), tally)
                ?? BankruptcyPriceProblem(account, position);
            if (problem is not null)
            {
                return problem;
            }
        }

        return account.FirstToLiquidate(null) is { } first ? FillProblem(rules, account, first, luck, tally) : null;
    }

    // The naive twin of a liquidation price: put the mark within a millionth on either side of it and look.
    private static string? LiquidationPriceProblem(ProbedPosition probed, Tally tally)
    {
        if (probed.LiquidationPrice is not { } price)
        {
            return null;
        }

        tally.Priced++;
        if (!probed.IsTheSameAtItsMark)
        {
            return $"{probed.Position.Symbol}: others' sums do not stand for the others";
        }

        bool safeBefore = !probed.IsLiquidatable(ProbedPosition.Beside(price, probed.Position.Holding.Side));
        bool brokenAfter = probed.IsLiquidatable(ProbedPosition.Beside(price, -probed.Position.Holding.Side));
        return safeBefore && brokenAfter
            ? null
            : $"{probed.Position.Symbol} {probed.Position.Holding.Side} is liquidated at {price}: safe before {safeBefore}, broken after {brokenAfter}";
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

    private sealed class Tally
    {
        public long Priced { get; set; }

        public long Liquidated { get; set; }

        public string? Problem { get; set; }
    }
}
