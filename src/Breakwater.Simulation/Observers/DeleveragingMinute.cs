using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>One minute of deleveraging at a venue.</summary>
/// <param name="Fills">Winners closed, as the simulated ones stand for them; each fill once.</param>
/// <param name="InProfit">Of these, fills that realised a profit.</param>
/// <param name="Debt">What closed accounts owed beyond what they had: paid by the fund or left unpaid.</param>
public readonly record struct DeleveragingMinute(long Fills, long InProfit, Money Debt)
{
    public static DeleveragingMinute operator +(DeleveragingMinute left, DeleveragingMinute right) =>
        new(left.Fills + right.Fills, left.InProfit + right.InProfit, left.Debt + right.Debt);
}
