using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Kraken's position assignment: volunteers take over what the market did not.</summary>
/// <remarks>
/// Published is that each takes within its own limits and names no price; who is asked first is not, and is the order given
/// here. Source: docs/venues/kraken-inverse.md.
/// </remarks>
public static class Assignment
{
    /// <param name="side">Of the position: 1 for a long one, -1 for a short one.</param>
    /// <param name="unwound">What nobody takes is closed against counterparties.</param>
    public static Rational[] Among(
        ReadOnlySpan<Volunteer> volunteers,
        Rational quantity,
        int side,
        out Rational unwound
    )
    {
        var assigned = new Rational[volunteers.Length];
        for (int i = 0; i < assigned.Length; i++)
        {
            assigned[i] = Rational.Min(quantity, volunteers[i].RoomFor(side));
            quantity -= assigned[i];
        }

        unwound = quantity;
        return assigned;
    }
}
