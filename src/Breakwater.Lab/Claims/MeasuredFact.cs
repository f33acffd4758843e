namespace Breakwater.Lab;

/// <summary>A measured value, what it is in words, and the rows that it rests on (null for arithmetic).</summary>
public readonly record struct MeasuredFact(double Value, string Finding, FactWindow? Rows);
