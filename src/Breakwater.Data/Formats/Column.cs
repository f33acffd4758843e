namespace Breakwater.Data;

public sealed record Column(string Name, ColumnType Type, ColumnRule Rule);
