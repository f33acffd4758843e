using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public sealed class RealVenueContract : VenueContract
{
    private protected override IVenue Make(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log) =>
        new RealVenue(rules, liquidity, limits, log);
}
