using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>What the ladder would order if marks moved along a ray; nothing changes.</summary>
    /// <remarks>Only reads: several rehearsals may run side by side, while no command is carried out.</remarks>
    /// <param name="last">The leader's mark at which it ends, inclusive; below the ray's origin for a fall, above for a rise.</param>
    public void Rehearse<TObserver>(MarkRay ray, Price last, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver =>
        new LadderRehearsal(_ledger, _instruments, Rules.Liquidation, ray, last.Ticks).Run(ref observer);

    /// <summary>The present marks, by instrument.</summary>
    public ReadOnlySpan<Price> CurrentMarks => _marks.Current;
}
