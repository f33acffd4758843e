using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record FundDocument
{
    [Description("Shown in tables, such as \"insurance fund\".")]
    public required string Name { get; init; }

    [Description("It brings a closed account that owes money back to zero, as far as its money goes.")]
    public required Stated<bool> PaysDeficits { get; init; }

    [Description("How it gets rid of what it took over; left out where it takes nothing over.")]
    public UnwindingDocument? Unwinding { get; init; }
}
