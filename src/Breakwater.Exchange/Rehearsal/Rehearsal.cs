namespace Breakwater.Exchange;

/// <summary>A venue's ladder, ready to be played for any of its accounts along one ray.</summary>
/// <remarks>Only reads: several threads may play at once, while the venue carries out no command.</remarks>
public sealed class Rehearsal
{
    private readonly Func<LadderRehearsal> _start;

    internal Rehearsal(Func<LadderRehearsal> start) => _start = start;

    /// <param name="first">Number of the first account.</param>
    /// <param name="end">Number after the last.</param>
    public void Play<TObserver>(int first, int end, ref TObserver observer)
        where TObserver : struct, IRehearsalObserver => _start().Run(first, end, ref observer);
}
