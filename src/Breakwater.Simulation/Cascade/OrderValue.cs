using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What rehearsed orders of a venue are worth in dollars. Floating point: for maps, never for a balance.</summary>
public readonly struct OrderValue(VenueRules rules)
{
    private readonly double _unit = (double)rules.Settlement.MinorUnit;

    /// <summary>Of its lots at their own mark; of an inverse contract what its lots are worth at any.</summary>
    public double DollarsOf(in RehearsedOrder order)
    {
        Instrument instrument = rules.Instruments[order.Instrument.Index].Instrument;
        return instrument.Kind == ContractKind.Linear
            ? order.Notional.MinorUnits * _unit
            : (double)instrument.ToDecimal(order.Lots.Magnitude);
    }
}
