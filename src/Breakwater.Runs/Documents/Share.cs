using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>A part of a whole, from 0 to 1, both inclusive.</summary>
internal readonly record struct Share(Rate Rate)
{
    public double ToDouble() => (double)Rate.Numerator / Rate.Denominator;
}
