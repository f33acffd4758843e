using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>An order to the market, and a take-over or deleveraging where the venue sends none or nobody stands against it.</summary>
internal sealed class OrderOrTakeOver(Margins margins, LiquidationOrder order, Backstop backstop, VenueRules rules)
    : ILadderStep
{
    private readonly LiquidationRules _ladder = rules.Liquidation;

    public bool MayTake(int position) => true;

    /// <summary>Of the order; of a take-over all.</summary>
    public Quantity NextSize(int position, MarginState state)
    {
        Quantity size = SendsOrder(state) ? order.NextSize(position, state) : Quantity.Zero;
        return size.IsZero ? order.WholeOf(position) : size;
    }

    /// <returns>False if nobody stood against an order that the venue does not follow up with a take-over.</returns>
    public bool Take(int position, MarginState state, long wave)
    {
        Price bankruptcy = margins.PriceOfBankruptcy(position, state);
        if (DeleveragesAtOnce(state))
        {
            backstop.DeleverageOrTakeOver(position, bankruptcy, wave);
            return true;
        }

        if (SendsOrder(state))
        {
            Quantity size = order.SizeFor(position, state);
            bool filled = !size.IsZero && PlaceAndCharge(position, size, bankruptcy);
            if (filled || (!size.IsZero && !_ladder.OrderLimitedAtBankruptcyPrice))
            {
                return filled;
            }
        }

        backstop.TakeOverOrDeleverage(position, bankruptcy, wave);
        return true;
    }

    private bool DeleveragesAtOnce(MarginState state) =>
        rules.Deleveraging.Trigger == DeleveragingTrigger.NegativeEquity && state.Equity.IsNegative;

    private bool SendsOrder(MarginState state) =>
        !DeleveragesAtOnce(state) && state.Equity >= _ladder.TakeOverBelow.Of(state.Maintenance, Rounding.Ceiling);

    private bool PlaceAndCharge(int position, Quantity size, Price bankruptcy)
    {
        Execution done = order.Place(position, size, _ladder.OrderLimitedAtBankruptcyPrice ? bankruptcy : null);
        if (done.Filled.IsZero)
        {
            return false;
        }

        order.ChargeClearance(position, done.Notional);
        return true;
    }
}
