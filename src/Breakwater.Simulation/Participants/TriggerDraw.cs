using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Draws at which prices the holders at one place will act.</summary>
internal sealed class TriggerDraw(
    Place place,
    BehaviourParameters behaviour,
    (decimal Lowest, decimal Highest) pastDay,
    TriggerList falls,
    TriggerList rises
)
{
    /// <summary>How many draws <see cref="For"/> takes of each holder.</summary>
    public const int Draws = 7;

    private readonly double _logStop = PortableMath.Log(behaviour.StopDistance);
    private readonly double _logExit = PortableMath.Log(behaviour.ExitDistance);
    private readonly double _logProfit = PortableMath.Log(behaviour.TakeProfitDistance);
    private readonly double _lowest = LogOver(pastDay.Lowest, place);
    private readonly double _highest = LogOver(pastDay.Highest, place);

    public void For(int account, Quantity held, HolderDraws draws)
    {
        bool stops = draws.NextBernoulli(behaviour.StopShare);
        double stop = draws.NextLogNormal(_logStop, behaviour.DistanceSigma);
        bool takesProfit = draws.NextBernoulli(behaviour.TakeProfitShare);
        double profit = draws.NextLogNormal(_logProfit, behaviour.DistanceSigma);
        bool adds = draws.NextBernoulli(behaviour.AddMarginShare);
        bool leaves = draws.NextBernoulli(behaviour.ExitShare);
        double exit = draws.NextLogNormal(_logExit, behaviour.DistanceSigma);
        Invariant.Holds(draws.Taken == Draws, "all draws of an account's intentions are counted");
        int against = held.IsLong ? -1 : 1;
        if (stops)
        {
            Add(account, TriggerKind.Stop, (held.IsLong ? _lowest : _highest) + against * stop);
        }

        if (takesProfit)
        {
            Add(account, TriggerKind.TakeProfit, -against * profit);
        }

        if (leaves)
        {
            Add(account, TriggerKind.Exit, -exit);
            Add(account, TriggerKind.Exit, exit);
        }

        if (adds && place.Venue.Venue.ModeOf(new AccountId(account)) == MarginMode.Cross)
        {
            Add(account, TriggerKind.AddMargin, against * HalfTheMargin(new AccountId(account), held));
        }
    }

    // Distance of the price at which the position alone has lost half of the account's equity.
    private double HalfTheMargin(AccountId account, Quantity held)
    {
        Venue venue = place.Venue.Venue;
        Money notional = place.Instrument.Notional(venue.MarkOf(place.Id), held.Magnitude);
        return venue.EquityOf(account).MinorUnits / 2.0 / notional.MinorUnits;
    }

    private void Add(int account, TriggerKind kind, double distance)
    {
        double ticks = place.Liquidity.PriceOf(distance) / place.TickSize;
        if (ticks is < 1 or >= Trigger.TicksEnd)
        {
            return;
        }

        long level = (long)ticks;
        if (distance < 0)
        {
            falls.Add(new Trigger(Trigger.TicksEnd - level, kind, account));
        }
        else
        {
            rises.Add(new Trigger(level, kind, account));
        }
    }

    private static double LogOver(decimal price, Place place) =>
        PortableMath.Log((double)price / place.Liquidity.PriceAtStart);
}
