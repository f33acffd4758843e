namespace Breakwater.Lab;

/// <summary>A value, what it is in words, and what it rests on.</summary>
public readonly record struct MeasuredFact(double Value, string Finding, FactBasis Basis)
{
    internal MeasuredFact(double value, string finding, FactWindow rows)
        : this(value, finding, rows.Basis) { }
}
