using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>What the ladder would order if marks moved along a ray; nothing changes.</summary>
    /// <remarks>Only reads: several rehearsals may run side by side, while no command is carried out.</remarks>
    /// <param name="lowest">The leader's mark down to which it is played, inclusive; at most the ray's origin.</param>
    /// <param name="highest">Up to which it is played; at least the ray's origin.</param>
    public void Rehearse<TObserver>(MarkRay ray, Price lowest, Price highest, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver =>
        new LadderRehearsal(_ledger, _watch, Rules, ray, lowest.Ticks, highest.Ticks).Run(ref observer);

    /// <summary>The same if other rules held for the accounts as they are.</summary>
    /// <param name="rules">Of the same instruments. Whom they would liquidate at once is told of at the ray's origin.</param>
    public void RehearseUnder<TObserver>(
        VenueRules rules,
        MarkRay ray,
        Price lowest,
        Price highest,
        ref TObserver observer
    )
        where TObserver : struct, IRehearsalObserver =>
        new LadderRehearsal(_ledger, null, rules, ray, lowest.Ticks, highest.Ticks).Run(ref observer);

    /// <summary>The present marks, by instrument.</summary>
    public ReadOnlySpan<Price> CurrentMarks => _marks.Current;
}
