using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public sealed class NaiveVenueContract : VenueContract
{
    private protected override IVenue Make(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log) =>
        new NaiveVenue(rules, liquidity, limits, log);
}
