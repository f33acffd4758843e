namespace Breakwater.Domain;

/// <summary>An order of one book, as its owner named it.</summary>
public readonly record struct OrderId(long Value);
