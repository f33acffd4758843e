using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record LiquidatedQuestion
{
    public AccountQuestion? Account { get; init; }

    public Rational? MarkPrice { get; init; }

    [Description("The mark before the last, for venues that deleverage at it.")]
    public Rational? PreviousMarkPrice { get; init; }
}
