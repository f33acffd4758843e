using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record FundingRulesDocument
{
    [Description("How a premium becomes a rate.")]
    public required Stated<FundingForm> Form { get; init; }

    [Description("Later samples of the premium weigh more.")]
    public required Stated<bool> WeightedByOrder { get; init; }

    [Description("Interest for the period of the rate.")]
    public required Stated<Factor> Interest { get; init; }

    [Description("Within which the premium is drawn to the interest rate; or the damper.")]
    public required Stated<Factor> Bound { get; init; }

    [Description("What bounds the rate.")]
    public required Stated<FundingCap> Cap { get; init; }

    [Description("The rate, or the multiple, that the cap speaks of.")]
    public Stated<Factor>? CapFactor { get; init; }

    [Description("Period that the rate is stated for.")]
    public required Stated<Duration> RatePeriod { get; init; }

    [Description("Payments are on the notional at the oracle price; false: at the mark.")]
    public required Stated<bool> PaidOnOracle { get; init; }
}
