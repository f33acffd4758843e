using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Runs.Tests;

/// <summary>Under each shipped rule set that a run carries out, a rehearsal says what the venue's ladder then does.</summary>
public sealed class RuleSetRehearsalTests
{
    private const int Markets = 60;

    private static readonly RuleBook s_book = new(new ContentFolders(AppContext.BaseDirectory));

    public static IEnumerable<TheoryDataRow<string>> Runnable => RuleSetDuelTests.Runnable;

    [Theory]
    [MemberData(nameof(Runnable))]
    public void While_one_mark_moves_every_step_comes_as_rehearsed(string name)
    {
        VenueRules rules = s_book.ReadForRuns(name);
        int steps = 0;
        for (ulong seed = 1; seed <= Markets; seed++)
        {
            var market = new RehearsalMarket(seed, rules);
            int direction = seed % 2 == 0 ? 1 : -1;
            IReadOnlyList<RehearsedOrder> rehearsed = market.Rehearse(market.OthersStay, direction);
            IReadOnlyList<RehearsedOrder> played = market.Play(direction);
            steps += played.Count;
            Assert.Equal(played.Select(Key), rehearsed.Select(Key));
        }

        Assert.True(steps > 10 * Markets, $"{steps} steps are too few to show anything");
    }

    private static (int, int, long, long, bool) Key(RehearsedOrder order) =>
        (order.Account.Index, order.Instrument.Index, order.Lots.Lots, order.Leader.Ticks, order.IsTakenOver);
}
