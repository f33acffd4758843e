using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands in for a market that does not take a position: the fund, or winners who are closed against it.</summary>
internal sealed class Backstop(
    Ledger ledger,
    Marks marks,
    FundAccount fund,
    FundDrawdown drawdown,
    MarginAccounts accounts,
    Deleveraging deleveraging,
    DeleveragingRules rules
)
{
    private const int NearMark = 20;

    public void TakeOverOrDeleverage(int position, Price bankruptcy, long wave)
    {
        bool deleverages = IsTriggered(position, bankruptcy);
        if (!deleverages || !deleveraging.Close(position, DeleveragingPriceOf(position, bankruptcy), wave))
        {
            fund.TakeOver(position, bankruptcy);
        }

        ForfeitRemainder(position);
    }

    /// <summary>Where equity is negative and that is the trigger.</summary>
    public void DeleverageOrTakeOver(int position, Price bankruptcy, long wave)
    {
        if (!deleveraging.Close(position, DeleveragingPriceOf(position, bankruptcy), wave))
        {
            fund.TakeOver(position, bankruptcy);
            ForfeitRemainder(position);
        }
    }

    /// <summary>Where equity is negative and the fund takes nothing over.</summary>
    public void Deleverage(int position, Price bankruptcy, long wave) =>
        deleveraging.Close(position, DeleveragingPriceOf(position, bankruptcy), wave);

    /// <summary>
    /// Where deleveraging waits for negative equity, a fund that owes more than it has is deleveraged like anybody: all its
    /// inventory, in order of instrument.
    /// </summary>
    /// <returns>Whether anything was closed.</returns>
    public bool DeleverageInsolventFund(long wave)
    {
        if (rules.Trigger != DeleveragingTrigger.NegativeEquity || !fund.IsInsolvent)
        {
            return false;
        }

        bool closed = false;
        for (int instrument = 0; instrument < ledger.Instruments.Length; instrument++)
        {
            Quantity held = fund.Inventory(instrument);
            Price price = DeleveragingPriceOf(fund.PositionIn(instrument), marks[instrument]);
            deleveraging.Close(fund.PositionIn(instrument), price, wave);
            closed |= fund.Inventory(instrument) != held;
        }

        fund.WriteOffWhenEmpty();
        return closed;
    }

    private bool IsTriggered(int position, Price bankruptcy) =>
        rules.Trigger switch
        {
            DeleveragingTrigger.FundExhausted => !fund.CanTakeOver(position, bankruptcy),
            DeleveragingTrigger.FundDrawdown => drawdown.IsReachedAt(fund.EquityAfter(position, bankruptcy)),
            _ => false,
        };

    // What the rounding of the bankruptcy price to a tick leaves in a closed account belongs to the fund.
    private void ForfeitRemainder(int position)
    {
        if (!accounts.HasOpenPosition(position))
        {
            ledger.PayToFund(position, Money.Max(ledger.Balance(position), Money.Zero));
        }
    }

    private Price DeleveragingPriceOf(int position, Price bankruptcy)
    {
        int instrument = ledger.Position(position).Instrument;
        Price mark = marks[instrument];
        return rules.Price switch
        {
            DeleveragingPrice.PreviousMark => marks.Previous(instrument),
            DeleveragingPrice.Mark when fund.CanTakeOver(position, bankruptcy) => mark,
            DeleveragingPrice.BankruptcyNearMark when IsFar(bankruptcy, mark) => mark,
            _ => bankruptcy,
        };
    }

    private static bool IsFar(Price price, Price mark) => Math.Abs((price - mark).Ticks) * NearMark > mark.Ticks;
}
