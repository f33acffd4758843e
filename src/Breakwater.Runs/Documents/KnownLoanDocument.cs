using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>A loan that is known by name.</summary>
internal sealed record KnownLoanDocument
{
    [Description("In a coin of the scenario.")]
    public required Amount Collateral { get; init; }

    [Description("In a dollar token or a coin of the scenario.")]
    public required Amount Debt { get; init; }
}
