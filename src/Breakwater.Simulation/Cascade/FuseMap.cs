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
    private readonly Fuse[] _falls;
    private readonly Fuse[] _rises;

    private FuseMap(Fuse[] falls, Fuse[] rises) => (_falls, _rises) = (falls, rises);

    /// <param name="ray">Where marks move; levels are its leader's.</param>
    public static FuseMap Of(Venue venue, MarkRay ray, LevelGrid grid, FillConditions conditions)
    {
        Fuse[] falls = [.. venue.Rules.Instruments.Select(_ => new Fuse(grid))];
        Fuse[] rises = [.. venue.Rules.Instruments.Select(_ => new Fuse(grid))];
        var burning = new Burning(falls, rises, venue.Rules, ray.Origin, conditions.Under(venue.Rules.Liquidation));
        venue.Rehearse(ray, grid.LowestOf(ray.Origin), grid.HighestOf(ray.Origin), ref burning);
        return new FuseMap(falls, rises);
    }

    public Fuse Falls(InstrumentId instrument) => _falls[instrument.Index];

    public Fuse Rises(InstrumentId instrument) => _rises[instrument.Index];

    private readonly struct Burning(Fuse[] falls, Fuse[] rises, VenueRules rules, Price origin, FillOdds odds)
        : IRehearsalObserver
    {
        private readonly double _unit = (double)rules.Settlement.MinorUnit;

        public void Observe(in RehearsedOrder order)
        {
            bool falling = order.Lots.IsLong;
            bool isAgainstTheMove = order.Leader != origin && falling != order.Leader < origin;
            if (isAgainstTheMove)
            {
                return;
            }

            Fuse fuse = (falling ? falls : rises)[order.Instrument.Index];
            double atTrigger = order.MarginRate - odds.MarkStep / 2;
            fuse.Add(
                fuse.Grid.LevelOf(origin, order.Leader),
                order.Notional.MinorUnits * _unit,
                order.IsTakenOver ? 0 : odds.SoldShare(order.MarginRate),
                order.IsTakenOver ? atTrigger : odds.MarginTakenOver(order.MarginRate),
                atTrigger
            );
        }
    }
}
