using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Follows one coin's price at a venue, and says it by the rule of its feed.</summary>
internal sealed class PriceOracle(Place place, OracleRule rule)
{
    private readonly Queue<(Timestamp Time, long Ticks)> _seen = new();
    private Timestamp _saidAt;
    private long _said;
    private long _due;

    /// <param name="ticks">What it said before the start.</param>
    public void Reset(Timestamp start, long ticks)
    {
        _seen.Clear();
        (_saidAt, _said, _due) = (start, ticks, ticks);
    }

    /// <summary>Looks at the market.</summary>
    /// <returns>The price that it says from now on, in ticks of 1e-8 dollars; null where that is what it said last.</returns>
    public Price? Look(Timestamp now)
    {
        _seen.Enqueue((now, Math.Max((long)Math.Round(place.Price * LendingAsset.TicksPerDollar), 1)));
        while (_seen.TryPeek(out (Timestamp Time, long Ticks) oldest) && oldest.Time <= now - rule.Delay)
        {
            _due = oldest.Ticks;
            _seen.Dequeue();
        }

        if (now - _saidAt < rule.Heartbeat && !HasMoved())
        {
            return null;
        }

        (_saidAt, _said) = (now, _due);
        return Price.FromTicks(_said);
    }

    private bool HasMoved() =>
        rule.Deviation is { } share
        && _due != _said
        && (Int128)Math.Abs(_due - _said) * share.Denominator >= (Int128)share.Numerator * _said;
}
