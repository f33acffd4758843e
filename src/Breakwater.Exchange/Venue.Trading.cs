using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>Two accounts trade with each other at an agreed price. Outside and fund trade without margin.</summary>
    /// <param name="quantity">Positive; bought by the first account, sold by the second.</param>
    /// <param name="leverage">At which either sets margin aside for what it opens.</param>
    public Rejection Trade(
        Timestamp time,
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    )
    {
        Begin(time);
        (Rejection reason, AccountId refused) = CheckTrade(instrument, buyer, seller, quantity, price, leverage);
        if (reason != Rejection.None)
        {
            return Reject(refused, reason);
        }

        int bought = _ledger.FindOrAddPosition(buyer.Index, instrument.Index);
        int sold = _ledger.FindOrAddPosition(seller.Index, instrument.Index);
        _opening.SetAside(bought, quantity, price, leverage);
        _opening.SetAside(sold, -quantity, price, leverage);
        _ledger.Trade(bought, sold, quantity, price);
        Settle(bought);
        Settle(sold);
        _desk?.ShrinkReduceOnly();
        return Rejection.None;
    }

    /// <summary>Brings in a position that was opened earlier: the outside account was the other side.</summary>
    /// <param name="lots">Signed; not zero. The account holds nothing in the instrument yet.</param>
    /// <param name="entry">At which it was opened.</param>
    /// <param name="isolatedMargin">Set aside for it from the wallet; zero under cross margin.</param>
    /// <param name="leverage">As the trader had set it.</param>
    public Rejection Adopt(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    )
    {
        Begin(time);
        Rejection reason = CheckAdoption(instrument, account, lots, entry, isolatedMargin, leverage);
        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        int position = _ledger.FindOrAddPosition(account.Index, instrument.Index);
        _ledger.Position(position).Leverage = leverage;
        _ledger.MoveToIsolatedMargin(position, isolatedMargin);
        _ledger.Trade(position, _fund.OutsidePositionIn(instrument.Index), lots, entry);
        _watch.Place(position);
        return Rejection.None;
    }

    private (Rejection Reason, AccountId Refused) CheckTrade(
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    )
    {
        if (!IsKnown(buyer) || !IsKnown(seller) || buyer == seller)
        {
            return (Rejection.UnknownAccount, IsKnown(buyer) ? seller : buyer);
        }

        if (!IsKnown(instrument))
        {
            return (Rejection.UnknownInstrument, buyer);
        }

        if (quantity <= Quantity.Zero)
        {
            return (Rejection.QuantityNotPositive, buyer);
        }

        if (!IsPrice(price))
        {
            return (Rejection.PriceOutOfRange, buyer);
        }

        if (_marks[instrument.Index] == Price.Zero)
        {
            return (Rejection.NoMarkPrice, buyer);
        }

        if (!_ledger.HasRoomFor(buyer, seller, instrument))
        {
            return (Rejection.TablesFull, buyer);
        }

        InstrumentRules rules = _instruments[instrument.Index];
        Rejection reason = _opening.CheckTrade(buyer, rules, quantity, price, leverage);
        return reason != Rejection.None
            ? (reason, buyer)
            : (_opening.CheckTrade(seller, rules, -quantity, price, leverage), seller);
    }

    private Rejection CheckAdoption(
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    )
    {
        if (!IsKnown(account) || _ledger.Account(account.Index).Role != AccountRole.Trader)
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        if (lots.IsZero || !_ledger.LotsOf(account, instrument).IsZero)
        {
            return Rejection.QuantityNotPositive;
        }

        if (!IsPrice(entry))
        {
            return Rejection.PriceOutOfRange;
        }

        if (_marks[instrument.Index] == Price.Zero)
        {
            return Rejection.NoMarkPrice;
        }

        if (!_ledger.HasRoomFor(account, Outside, instrument))
        {
            return Rejection.TablesFull;
        }

        return CheckStanding(instrument, account, lots, entry, isolatedMargin, leverage);
    }

    // Whether the margin account would stand above its maintenance margin with the position in it.
    private Rejection CheckStanding(
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    )
    {
        ref Account row = ref _ledger.Account(account.Index);
        bool isolated = row.Mode == MarginMode.Isolated;
        Money largest = isolated ? row.Wallet : Money.Zero;
        if (isolatedMargin.IsNegative || isolatedMargin > largest)
        {
            return Rejection.InsufficientMargin;
        }

        MarginState state = _instruments[instrument.Index]
            .StateOf(lots, entry, _marks[instrument.Index], row.Weight, isolated ? null : leverage);
        MarginState held = isolated ? default : _margins.StateOfCross(account.Index);
        return state.With(isolatedMargin, held).IsLiquidatable ? Rejection.WouldBeLiquidated : Rejection.None;
    }

    private void Settle(int position)
    {
        _accounts.Tidy(position);
        _watch.PlaceLater(position);
    }
}
