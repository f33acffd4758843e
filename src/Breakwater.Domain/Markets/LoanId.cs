namespace Breakwater.Domain;

/// <summary>A loan of one lending market: a dense index from 0, in order of opening.</summary>
public readonly record struct LoanId(int Index);
