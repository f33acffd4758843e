using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Adds up what a rehearsed fall of one mark sells of each instrument.</summary>
/// <remarks>Accounts that are due before the fall begins are none of its effect, and what buys back a hedge is no sale.</remarks>
internal readonly struct ForcedSales(VenueRules rules, Price origin, FillOdds odds, double[] ordered, double[] atOnce)
    : IRehearsalObserver
{
    private readonly OrderValue _value = new(rules);

    public void Observe(in RehearsedOrder order)
    {
        if (order.Leader >= origin || order.Lots.IsShort)
        {
            return;
        }

        double dollars = _value.DollarsOf(order);
        ordered[order.Instrument.Index] += dollars;
        atOnce[order.Instrument.Index] += order.IsTakenOver ? 0 : dollars * odds.SoldShare(order.MarginRate);
    }
}
