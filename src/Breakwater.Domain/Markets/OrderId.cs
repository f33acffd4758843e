namespace Breakwater.Domain;

/// <summary>An order of one book, numbered by the book from 1; the default is no order.</summary>
public readonly record struct OrderId(long Value);
