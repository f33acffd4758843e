using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record BookQuestion
{
    [Description("The venue's own book is the first; the others are outside venues.")]
    public string? Venue { get; init; }

    public Rational? Bid { get; init; }

    public Rational? Ask { get; init; }

    [Description("1 where it is left out.")]
    public Rational? Weight { get; init; }
}
