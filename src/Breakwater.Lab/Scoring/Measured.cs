namespace Breakwater.Lab;

/// <summary>What one run shows for an observable.</summary>
/// <param name="Value">Null where it cannot show it.</param>
/// <param name="Reason">Why not; null where it can.</param>
public readonly record struct Measured(double? Value, string? Reason)
{
    public static Measured As(double value) => new(value, Reason: null);

    public static Measured NotShown(string reason) => new(Value: null, reason);
}
