using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One venue in a world.</summary>
public sealed record VenueParameters
{
    /// <summary>In this world: two venues may share one rule set.</summary>
    public required string Name { get; init; }

    public required VenueRules Rules { get; init; }

    /// <summary>One for each instrument of the rules, in their order.</summary>
    public required IReadOnlyList<ListingParameters> Listings { get; init; }

    public required CrowdOfVenue Crowd { get; init; }

    /// <summary>Instead of a drawn crowd; null to draw one.</summary>
    public IReadOnlyList<GivenAccount>? GivenAccounts { get; init; }

    /// <summary>Accounts beside the drawn crowd, whose positions are part of the open interest. Of their own will they do nothing.</summary>
    public IReadOnlyList<GivenAccount> Whales { get; init; } = [];

    /// <summary>Null where the crowd's margin is in the settlement currency alone. Accounts that are given hold none.</summary>
    public CollateralOfCrowd? Collateral { get; init; }

    public required Money FundCapital { get; init; }

    /// <summary>How far from the mark liquidations and unwindings fill.</summary>
    public required Rate Slippage { get; init; }

    /// <summary>Between mark updates; turning points of the tape come on top.</summary>
    public required Duration MarkInterval { get; init; }

    /// <summary>How often the fund sells a share of what it holds.</summary>
    public required Duration UnwindInterval { get; init; }

    public required Rate UnwindShare { get; init; }

    /// <summary>A holding no larger is sold whole; in the unit that the coin's lot is stated in.</summary>
    public decimal UnwindAllUpTo { get; init; }

    public required IReadOnlyList<FundingPayment> Fundings { get; init; }

    /// <summary>Coins change hands here rather than contracts: its prices make the index, and nobody is in debt.</summary>
    public bool IsSpot { get; init; }

    /// <summary>How the venue makes its marks where the market makes prices.</summary>
    public MarkMethod Mark { get; init; } =
        new(MarkForm.LastTrade, Duration.Zero, Duration.Zero, IsExponential: false, 0);

    /// <summary>Accounts before those of whales: of the crowd, or of a file.</summary>
    public int CrowdAccounts => GivenAccounts?.Count ?? Crowd.Accounts;

    /// <summary>What whales hold of one side of an instrument.</summary>
    public Quantity HeldByWhales(int instrument, bool isLong) => GivenCrowd.OpenInterest(Whales, instrument, isLong);
}
