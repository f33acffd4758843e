namespace Breakwater.Lab;

/// <summary>A value, what it is in words, and what it rests on.</summary>
public readonly record struct MeasuredFact(double Value, string Finding, FactBasis Basis)
{
    /// <summary>The upper end where all values of a range were met, <see cref="Value"/> its lower end.</summary>
    public double? UpTo { get; init; }

    internal MeasuredFact(double value, string finding, FactWindow rows)
        : this(value, finding, rows.Basis) { }
}
