using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record LiquidatedQuestion
{
    public AccountQuestion? Account { get; set; }

    public Rational? MarkPrice { get; set; }

    [Description("The mark before the last, for venues that deleverage at it.")]
    public Rational? PreviousMarkPrice { get; set; }
}
