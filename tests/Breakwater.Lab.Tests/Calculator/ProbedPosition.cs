using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab.Tests;

/// <summary>One position of an account, reckoned anew at any mark; under cross margin beside the sums of the others.</summary>
internal sealed class ProbedPosition
{
    // Powers of ten from the largest down.
    private static readonly Rational[] s_units =
    [
        .. Enumerable.Range(0, 53).Select(k => Rational.Parse(FormattableString.Invariant($"1e{12 - k}"))),
    ];

    private static readonly Rational s_unitsInPrice = Rational.FromInteger(2_000_000);

    private readonly RuleSet _rules;
    private readonly MarginAccount _account;
    private readonly PositionQuestion _asked;
    private readonly AccountQuestion _alone;
    private readonly bool _hasOthers;

    public ProbedPosition(RuleSet rules, AccountQuestion drawn, MarginAccount account, int index)
    {
        (_rules, _account, _asked) = (rules, account, drawn.Positions![index]);
        Position = account.Positions[index];
        _hasOthers = account.IsCross && account.Positions.Length > 1;
        _alone = _hasOthers
            ? drawn with
            {
                OtherUnrealisedProfit = account.Profit - Position.Profit,
                OtherMaintenanceMargin = account.Required - Position.Required,
            }
            : drawn;
    }

    public PositionMargin Position { get; }

    /// <summary>Null where there is none, or where the venue's formula counts otherwise than its margin.</summary>
    public Rational? LiquidationPrice =>
        // A fee to close that is reserved counts differently in the venue's own formula than in its margin once margin is added.
        _rules.Margin.ClosingFee != ClosingFee.Reserved
        || Position.ExtraMargin.IsZero
            ? _account.LiquidationPriceOf(Position)
            : null;

    public bool IsTheSameAtItsMark
    {
        get
        {
            if (!_hasOthers)
            {
                return true;
            }

            MarginAccount alone = At(Position.Holding.Mark);
            return alone.EquityOf(alone.Positions[0]) == _account.EquityOf(Position)
                && alone.RequiredOf(alone.Positions[0]) == _account.RequiredOf(Position);
        }
    }

    public bool IsLiquidatable(Rational mark)
    {
        MarginAccount moved = At(mark);
        return moved.IsLiquidatable(moved.Positions[0]);
    }

    /// <summary>A number of few digits that is above a price (direction 1) or below it (-1) by less than a millionth.</summary>
    public static Rational Beside(Rational price, int direction)
    {
        Rational unit = Array.Find(s_units, unit => unit * s_unitsInPrice <= price);
        return direction > 0
            ? price.RoundTo(unit, Rounding.Floor) + unit
            : price.RoundTo(unit, Rounding.Ceiling) - unit;
    }

    private MarginAccount At(Rational mark) =>
        new(_rules, _alone with { Positions = [_asked with { MarkPrice = mark }] }, "account", _ => null, null);
}
