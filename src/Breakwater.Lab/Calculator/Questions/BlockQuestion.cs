using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record BlockQuestion
{
    [Description("Notional of this account that the block has liquidated.")]
    public Rational? Notional { get; set; }

    [Description("What the fund has lost to this account in the block.")]
    public Rational? FundLoss { get; set; }
}
