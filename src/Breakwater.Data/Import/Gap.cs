namespace Breakwater.Data;

/// <summary>Two neighbouring rows that stand further apart than rows of their series do.</summary>
public readonly record struct Gap(DateTime From, DateTime To);
