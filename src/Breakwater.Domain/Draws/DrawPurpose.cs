namespace Breakwater.Domain;

/// <summary>What a participant draws for, so that draws for one purpose never shift those for another.</summary>
/// <remarks>Whoever draws numbers its purposes, once and for good: a new number is new luck.</remarks>
public readonly record struct DrawPurpose(ushort Value);
