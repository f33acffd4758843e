using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record FillQuestion
{
    public Rational? Price { get; set; }

    [Description("All that the order is for where it is left out.")]
    public Rational? Quantity { get; set; }
}
