using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A position as a crowd draws it.</summary>
internal readonly record struct DrawnPosition(Quantity Lots, Price Entry, Money Margin, Leverage Leverage);
