using Breakwater.Domain;
using Breakwater.Testing;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>
/// 100,000 commands unless the environment says otherwise: BREAKWATER_COMMANDS=10000000 for the full tier,
/// BREAKWATER_SEED for another start. Each tenth of the commands has a seed of its own, counted up from there.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Parts = 10;

    private static readonly EventKind[] Expected =
    [
        EventKind.OrderAccepted,
        EventKind.OrderRejected,
        EventKind.OrderFilled,
        EventKind.OrderAmended,
        EventKind.OrderCancelled,
        EventKind.OrderExpired,
        EventKind.OrderTriggered,
        EventKind.OrderReplenished,
        EventKind.OrderDecremented,
        EventKind.TradingHalted,
        EventKind.AuctionOpened,
        EventKind.TradingResumed,
    ];

    [Fact]
    public void Naive_and_real_book_agree_on_events_and_state_at_every_command()
    {
        int commands = EnvironmentSetting.Of("BREAKWATER_COMMANDS", 100_000);
        int seed = EnvironmentSetting.Of("BREAKWATER_SEED", 1);
        long[] rejections = new long[256];
        long[] cancels = new long[256];
        for (int part = 0; part < Parts; part++)
        {
            Differential differential = new((ulong)(seed + part));
            differential.Run(commands / Parts);
            string digest = FormattableString.Invariant(
                $"seed {seed + part}: {differential.Events} events, {differential.Digest}"
            );
            output.WriteLine(digest);
            output.WriteLine(
                string.Join(", ", Expected.Select(kind => $"{kind} {differential.EventsByKind[(int)kind]}"))
            );
            Assert.All(
                Expected,
                kind => Assert.True(differential.EventsByKind[(int)kind] > 0, $"seed {seed + part}: no {kind}")
            );
            Add(rejections, differential.Rejections);
            Add(cancels, differential.Cancels);
        }

        AssertEach(Enum.GetValues<OrderRejection>()[1..], reason => rejections[(int)reason]);
        AssertEach(Enum.GetValues<CancelReason>(), reason => cancels[(int)reason]);
    }

    private static void Add(long[] total, IReadOnlyList<long> counts)
    {
        for (int index = 0; index < total.Length; index++)
        {
            total[index] += counts[index];
        }
    }

    private void AssertEach<T>(T[] reasons, Func<T, long> countOf)
        where T : struct, Enum
    {
        output.WriteLine(string.Join(", ", reasons.Select(reason => $"{reason} {countOf(reason)}")));
        Assert.All(reasons, reason => Assert.True(countOf(reason) > 0, $"no {reason}"));
    }
}
