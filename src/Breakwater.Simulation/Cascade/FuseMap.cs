using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A venue's fuses: what falls and what rises of the marks would liquidate, by instrument.</summary>
/// <remarks>
/// Asked of the venue's own ladder: see <see cref="Venue.Rehearse"/>. What goes against the move, such as a hedge that is bought
/// back in a fall, is left out.
/// </remarks>
public sealed class FuseMap
{
    // Sums of doubles depend on their order: blocks are fixed, and added up in order.
    private const int AccountsOfBlock = 65_536;

    private readonly Fuse[] _falls;
    private readonly Fuse[] _rises;

    private FuseMap(Fuse[] falls, Fuse[] rises) => (_falls, _rises) = (falls, rises);

    /// <param name="ray">Where marks move; levels are its leader's.</param>
    /// <param name="each">
    /// Carries out so many jobs, by number, in any order or side by side; else one comes after the other. The map is the same to the bit.
    /// </param>
    public static FuseMap Of(
        Venue venue,
        MarkRay ray,
        LevelGrid grid,
        FillConditions conditions,
        Action<int, Action<int>>? each = null
    )
    {
        Rehearsal rehearsal = venue.PrepareRehearsal(ray, grid.LowestOf(ray.Origin), grid.HighestOf(ray.Origin));
        FillOdds odds = conditions.Under(venue.Rules.Liquidation);
        var blocks = new FuseMap[(venue.AccountCount + AccountsOfBlock - 1) / AccountsOfBlock];
        (each ?? OneByOne)(blocks.Length, Play);
        FuseMap all = Empty(venue, grid);
        foreach (FuseMap block in blocks)
        {
            all.Add(block);
        }

        return all;

        void Play(int block)
        {
            blocks[block] = Empty(venue, grid);
            int first = block * AccountsOfBlock;
            var burning = new Burning(blocks[block], venue.Rules, ray.Origin, odds);
            rehearsal.Play(first, Math.Min(first + AccountsOfBlock, venue.AccountCount), ref burning);
        }
    }

    public Fuse Falls(InstrumentId instrument) => _falls[instrument.Index];

    public Fuse Rises(InstrumentId instrument) => _rises[instrument.Index];

    private static FuseMap Empty(Venue venue, LevelGrid grid) =>
        new(
            [.. venue.Rules.Instruments.Select(_ => new Fuse(grid))],
            [.. venue.Rules.Instruments.Select(_ => new Fuse(grid))]
        );

    private static void OneByOne(int jobs, Action<int> job)
    {
        for (int number = 0; number < jobs; number++)
        {
            job(number);
        }
    }

    private void Add(FuseMap other)
    {
        for (int instrument = 0; instrument < _falls.Length; instrument++)
        {
            _falls[instrument].Add(other._falls[instrument]);
            _rises[instrument].Add(other._rises[instrument]);
        }
    }

    private readonly struct Burning(FuseMap map, VenueRules rules, Price origin, FillOdds odds) : IRehearsalObserver
    {
        private readonly OrderValue _value = new(rules);

        public void Observe(in RehearsedOrder order)
        {
            bool falling = order.Lots.IsLong;
            bool isAgainstTheMove = order.Leader != origin && falling != order.Leader < origin;
            if (isAgainstTheMove)
            {
                return;
            }

            Fuse fuse = (falling ? map._falls : map._rises)[order.Instrument.Index];
            double atTrigger = order.MarginRate - odds.MarkStep / 2;
            fuse.Add(
                fuse.Grid.LevelOf(origin, order.Leader),
                _value.DollarsOf(order),
                order.IsTakenOver ? 0 : odds.SoldShare(order.MarginRate),
                order.IsTakenOver ? atTrigger : odds.MarginTakenOver(order.MarginRate),
                atTrigger
            );
        }
    }
}
