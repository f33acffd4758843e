using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who has agreed beforehand to take positions over, and how much.</summary>
/// <param name="MaxAssignment">Of one position.</param>
/// <param name="Position">Held already; negative for a short.</param>
/// <param name="MaxPosition">Held afterwards, long or short; null where there is no limit.</param>
public readonly record struct Volunteer(Rational MaxAssignment, Rational Position, Rational? MaxPosition)
{
    /// <param name="side">1 for a long position, -1 for a short one.</param>
    public Rational RoomFor(int side)
    {
        Rational held = side > 0 ? Position : -Position;
        Rational room = MaxPosition is { } most ? Rational.Min(MaxAssignment, most - held) : MaxAssignment;
        return Rational.Max(room, Rational.Zero);
    }
}
