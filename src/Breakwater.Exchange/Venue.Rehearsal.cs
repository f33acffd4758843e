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
        new LadderRehearsal(_ledger, _watch, _instruments, Rules, ray, lowest.Ticks, highest.Ticks).Run(ref observer);

    /// <summary>The present marks, by instrument.</summary>
    public ReadOnlySpan<Price> CurrentMarks => _marks.Current;
}
