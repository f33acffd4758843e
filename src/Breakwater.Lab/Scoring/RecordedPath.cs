using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>What one coin at one venue looked like, step by step.</summary>
/// <param name="Start">Of the first sample.</param>
/// <param name="Middle">Between best bid and best ask, in dollars.</param>
/// <param name="Spread">Best ask less best bid, as a share of the middle.</param>
/// <param name="TopDepth">Dollars near the best prices.</param>
/// <param name="OpenInterest">Coins of one side.</param>
public sealed record RecordedPath(
    Timestamp Start,
    Duration Step,
    double[] Middle,
    double[] Spread,
    double[] TopDepth,
    double[] OpenInterest
)
{
    /// <summary>Samples of a window.</summary>
    public Range Within(TimeWindow window)
    {
        int from = IndexAt(window.Start);
        return from..Math.Max(IndexAt(window.End), from);
    }

    public Timestamp TimeOf(int sample) => Start + Step * sample;

    // The first sample at or after a moment.
    private int IndexAt(Timestamp time)
    {
        long steps = ((time - Start).Nanoseconds + Step.Nanoseconds - 1) / Step.Nanoseconds;
        return (int)Math.Clamp(steps, 0, Middle.Length);
    }
}
