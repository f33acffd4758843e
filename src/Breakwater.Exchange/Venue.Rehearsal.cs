using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>What the ladder would order if marks moved along a ray; nothing changes.</summary>
    /// <param name="lowest">The leader's mark down to which it is played, inclusive; at most the ray's origin.</param>
    /// <param name="highest">Up to which it is played; at least the ray's origin.</param>
    public void Rehearse<TObserver>(MarkRay ray, Price lowest, Price highest, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver =>
        PrepareRehearsal(ray, lowest, highest).Play(0, AccountCount, ref observer);

    /// <summary>The same for some accounts here and some there; for as long as no command is carried out.</summary>
    public Rehearsal PrepareRehearsal(MarkRay ray, Price lowest, Price highest)
    {
        _watch.PlaceNoted();
        return new Rehearsal(() =>
            new LadderRehearsal(_ledger, _watch, _margins, Rules, ray, lowest.Ticks, highest.Ticks)
        );
    }

    /// <summary>What it would order if other rules held for the accounts as they are.</summary>
    /// <remarks>Only reads: several may run side by side, while no command is carried out.</remarks>
    /// <param name="rules">Of the same instruments. Whom they would liquidate at once is told of at the ray's origin.</param>
    /// <param name="cap">Who has more leverage than this is taken to have put in what it asks for; null for nobody.</param>
    public void RehearseUnder<TObserver>(
        VenueRules rules,
        Leverage? cap,
        MarkRay ray,
        Price lowest,
        Price highest,
        ref TObserver observer
    )
        where TObserver : struct, IRehearsalObserver =>
        new LadderRehearsal(_ledger, null, _margins, rules, ray, lowest.Ticks, highest.Ticks, cap).Run(
            0,
            AccountCount,
            ref observer
        );

    /// <summary>The present marks, by instrument.</summary>
    public ReadOnlySpan<Price> CurrentMarks => _marks.Current;
}
