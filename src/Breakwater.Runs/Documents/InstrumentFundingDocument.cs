using System.ComponentModel;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>What an instrument's funding has of its own; what is left out is the venue's.</summary>
internal sealed record InstrumentFundingDocument
{
    [Description("Interest for the period of the rate.")]
    public Stated<Factor>? Interest { get; init; }

    [Description("What bounds the rate.")]
    public Stated<FundingCap>? Cap { get; init; }

    [Description("The rate, or the multiple, that the cap speaks of.")]
    public Stated<Factor>? CapFactor { get; init; }
}
