using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record ComponentDocument
{
    [Description("Notional over margin at entry.")]
    public required Leverage MedianLeverage { get; init; }

    [Description("Standard deviation of its logarithm.")]
    public required double Sigma { get; init; }

    [Description("In which half of the positions are closed again.")]
    public required Duration HalfLife { get; init; }
}
