using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>What the book shows at one price.</summary>
/// <param name="Quantity">Lots shown by all orders there; zero where the level has gone.</param>
public readonly record struct DepthLevel(Price Price, Quantity Quantity);
