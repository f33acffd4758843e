using Breakwater.Domain;

namespace Breakwater.Testing;

// What contracts are worth: docs/models/margin.md
public sealed partial class NaiveVenue
{
    private Instrument Listed(int instrument) => Rules.Instruments[instrument].Instrument;

    private bool IsInverse(int instrument) => Listed(instrument).Kind == ContractKind.Inverse;

    private long UnitOf(int instrument) => Listed(instrument).MinorUnitsPerTickLot;

    // Gains as the position gains. Lots over a price, rounded against whoever holds them.
    private Int128 ValueOf(int instrument, Int128 lots, Int128 ticks)
    {
        if (!IsInverse(instrument))
        {
            return ticks * UnitOf(instrument) * lots;
        }

        return lots == 0 ? 0 : Exact.Floor(-lots * Listed(instrument).MinorUnitsAtOneTick, ticks);
    }

    // As large for whoever buys as for whoever sells.
    private Int128 CostOf(int instrument, Int128 lots, Int128 ticks) =>
        Direction(instrument, lots) * NotionalOf(instrument, lots, ticks);

    private Int128 NotionalOf(int instrument, Int128 lots, Int128 ticks) =>
        IsInverse(instrument)
            ? Exact.Ceiling(Int128.Abs(lots) * Listed(instrument).MinorUnitsAtOneTick, ticks)
            : Int128.Abs(lots) * UnitOf(instrument) * ticks;

    // 1 where a larger notional is a gain.
    private int Direction(int instrument, Int128 lots) => Int128.Sign(lots) * (IsInverse(instrument) ? -1 : 1);
}
