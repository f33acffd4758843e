namespace Breakwater.Runs;

/// <summary>Which side of a contract somebody holds.</summary>
internal enum PositionSide
{
    Long,
    Short,
}
