using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record FundingDocument
{
    public required Timestamp Time { get; init; }

    public required string Coin { get; init; }

    [Description("Longs pay it to shorts, on the mark.")]
    public required Rate Rate { get; init; }
}
