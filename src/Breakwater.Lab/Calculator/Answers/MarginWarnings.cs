using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>What the venue would not have opened, or would liquidate at the mark: said beside the numbers, which are reckoned all the same.</summary>
internal static class MarginWarnings
{
    private static readonly Rational s_hundredth = Rational.FromFraction(1, 100);
    private static readonly Rational s_smallestShown = Rational.FromFraction(1, 100_000_000);

    /// <summary>Adds what is to be said of an account.</summary>
    /// <param name="warnings">Null while there are none.</param>
    /// <param name="whose">Goes before each of them.</param>
    /// <param name="isAskedToFall">Liquidating it is what the question asks for, and nothing to warn of.</param>
    public static void Add(
        ref List<string>? warnings,
        MarginAccount account,
        string whose = "",
        bool isAskedToFall = false
    )
    {
        foreach (PositionMargin position in account.Positions)
        {
            if (position.ExceedsMaxLeverage)
            {
                (warnings ??= []).Add(whose + NameIn(account, position) + LeverageOf(position));
            }

            bool isFirst = position == account.Positions[0];
            if (!isAskedToFall && (isFirst || !account.IsCross) && account.IsLiquidatable(position))
            {
                (warnings ??= []).Add(
                    whose + (account.IsCross ? "" : NameIn(account, position)) + ShortageOf(account, position)
                );
            }
        }
    }

    /// <summary>Writes <c>warnings</c>, or nothing where there is nothing to warn of.</summary>
    public static void Write(JsonLine json, List<string>? warnings)
    {
        if (warnings is null)
        {
            return;
        }

        json.WriteStartArray("warnings");
        foreach (string warning in warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
    }

    private static string NameIn(MarginAccount account, PositionMargin position) =>
        account.Positions.Length == 1 ? "" : $"{position.Symbol}: ";

    private static string LeverageOf(PositionMargin position)
    {
        Rational highest = (Rational.One / position.Asked.InitialRate).RoundTo(s_hundredth, Rounding.Floor);
        string size = position.Requirements.Measure == TierMeasure.Notional ? "notional" : "quantity";
        return $"leverage {position.Leverage}x is above the venue's maximum of {highest}x at this {size}";
    }

    private static string ShortageOf(MarginAccount account, PositionMargin position)
    {
        Rational equity = account.EquityOf(position).RoundTo(s_smallestShown, Rounding.Floor);
        Rational required = account.RequiredOf(position).RoundTo(s_smallestShown, Rounding.Ceiling);
        return $"liquidatable at once: equity of {equity} does not carry the maintenance margin of {required}";
    }
}
