using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>A ratio of any size, not negative.</summary>
internal readonly record struct Factor(Rational Value);
