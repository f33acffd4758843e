namespace Breakwater.Lab;

/// <summary>Dollars of one side of a book within distances of its best price.</summary>
/// <param name="Tenth">Within 0.1 %.</param>
/// <param name="Quarter">Within 0.25 %.</param>
/// <param name="Half">Within 0.5 %.</param>
internal readonly record struct SideOfLadder(double Tenth, double Quarter, double Half);
