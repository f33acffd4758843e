using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Marks of a venue while one of them, the leader's, moves and the others stay or follow it.</summary>
/// <remarks>
/// An instrument that follows at the rate b moves by b times the leader's relative move: its mark is
/// <c>origin + b × origin × (leader − leader's origin) ÷ leader's origin</c>, rounded down to a tick, at least one tick.
/// </remarks>
public sealed class MarkRay
{
    private readonly Price[] _origins;
    private readonly Rate[] _rates;

    /// <param name="origins">The marks at which the ray begins, by instrument; positive.</param>
    /// <param name="rates">By instrument: how much of the leader's relative move it makes. The leader's own is not read.</param>
    public MarkRay(ReadOnlySpan<Price> origins, InstrumentId leader, ReadOnlySpan<Rate> rates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rates.Length, origins.Length);
        foreach (Price origin in origins)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(origin.Ticks, nameof(origins));
        }

        _origins = [.. origins];
        _rates = [.. rates];
        _rates[leader.Index] = Rate.One;
        Leader = leader;
    }

    public InstrumentId Leader { get; }

    /// <summary>The leader's mark at which the ray begins.</summary>
    public Price Origin => _origins[Leader.Index];

    /// <summary>A ray along which all other marks stay where they are.</summary>
    public static MarkRay OthersStay(ReadOnlySpan<Price> origins, InstrumentId leader) =>
        new(origins, leader, new Rate[origins.Length]);

    /// <summary>Whether an instrument's mark moves along the ray.</summary>
    public bool Moves(int instrument) => _rates[instrument].Numerator != 0;

    /// <summary>Whether its mark moves, and in the leader's direction.</summary>
    public bool MovesWithLeader(int instrument) => _rates[instrument].Numerator > 0;

    /// <param name="leader">The leader's mark, in ticks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Price MarkOf(int instrument, long leader)
    {
        if (instrument == Leader.Index)
        {
            return Price.FromTicks(leader);
        }

        Price origin = _origins[instrument];
        Rate rate = _rates[instrument];
        if (rate.Numerator == 0)
        {
            return origin;
        }

        long change = Fraction.Scale(
            origin.Ticks,
            rate.Numerator * (leader - Origin.Ticks),
            rate.Denominator * Origin.Ticks,
            Rounding.Floor
        );
        return Price.FromTicks(Math.Max(origin.Ticks + change, 1));
    }
}
