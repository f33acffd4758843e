namespace Breakwater.Domain;

/// <summary>An instrument of one venue: a dense index from 0, in order of listing.</summary>
public readonly record struct InstrumentId(int Index);
