namespace Breakwater.Runs;

/// <summary>What stands behind prices in a market.</summary>
internal enum LiquidityKind
{
    Curves,
    Books,
}
