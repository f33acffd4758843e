using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Long and short of one instrument in one account, which a venue closes against each other first.</summary>
internal readonly record struct OppositePair(PositionMargin Long, PositionMargin Short)
{
    public Rational Quantity => Rational.Min(Long.Holding.Quantity, Short.Holding.Quantity);

    /// <returns>Null where the venue does not do so, or there is no such pair.</returns>
    public static OppositePair? In(RuleSet rules, MarginAccount account)
    {
        if (rules.Unified?.PositionOrder != PositionOrder.OppositesThenMostReleased || !account.IsCross)
        {
            return null;
        }

        foreach (PositionMargin held in account.Positions.Where(position => position.Holding.Side > 0))
        {
            PositionMargin? other = Array.Find(
                account.Positions,
                position => position.Symbol == held.Symbol && position.Holding.Side < 0
            );
            if (other is not null)
            {
                return new OppositePair(held, other);
            }
        }

        return null;
    }
}
