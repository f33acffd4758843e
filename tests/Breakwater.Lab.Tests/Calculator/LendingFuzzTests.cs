using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Drawn borrowers under every lending protocol: nothing is seized that was not paid for, and nothing gets lost.</summary>
/// <remarks>As many as <see cref="RuleSetFuzzTests"/> draws accounts, by the same settings and the same trait.</remarks>
public sealed class LendingFuzzTests(ITestOutputHelper output)
{
    private const int BorrowersPerMarket = 400;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    public static IEnumerable<TheoryDataRow<string>> Protocols =>
        s_book
            .Names.Where(name => s_book.Read(name).Lending is not null)
            .Select(name => new TheoryDataRow<string>(name).WithTrait("ruleSet", name));

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Every_liquidation_adds_up(string name)
    {
        LendingRules rules = s_book.Read(name).Lending!;
        string?[] problems = new string?[RuleSetFuzzTests.Markets];
        long[] liquidated = new long[problems.Length];
        int first = RuleSetFuzzTests.FirstSeed;
        Parallel.For(
            0,
            problems.Length,
            market => problems[market] = Market(rules, (ulong)(first + market), ref liquidated[market])
        );
        Assert.Null(Array.Find(problems, problem => problem is not null));

        output.WriteLine(
            $"{name}: seeds {first} to {first + problems.Length - 1}, {(long)problems.Length * BorrowersPerMarket} borrowers: {liquidated.Sum()} liquidations"
        );
        Assert.True(liquidated.Sum() > 0, "nothing happened");
    }

    private static string? Market(LendingRules rules, ulong seed, ref long liquidated)
    {
        var luck = new Luck(seed);
        for (int i = 0; i < BorrowersPerMarket; i++)
        {
            string? problem = rules.Protocol switch
            {
                LendingProtocol.Aave => AaveBorrower.Problem(rules, luck, ref liquidated),
                LendingProtocol.Compound => CompoundBorrower.Problem(rules, luck, ref liquidated),
                _ => MakerVault.Problem(rules, luck, ref liquidated),
            };
            if (problem is not null)
            {
                return $"{rules.Name}, seed {seed}, borrower {i}: {problem}";
            }
        }

        return null;
    }
}
