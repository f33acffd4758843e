namespace Breakwater.Cli;

/// <summary>What figures of funds mean, wherever they are shown.</summary>
internal static class FundText
{
    public const string Explanation =
        "fund_drawdown: the most that a fund was below its capital at any moment; fund_change: what it has more at the end than at the start";
}
