using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record BookQuestion
{
    [Description("The venue's own book is the first; the others are outside venues.")]
    public string? Venue { get; set; }

    public Rational? Bid { get; set; }

    public Rational? Ask { get; set; }

    [Description("1 where it is left out.")]
    public Rational? Weight { get; set; }
}
