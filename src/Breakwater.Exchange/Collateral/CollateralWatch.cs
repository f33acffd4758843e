using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Knows whether a fall of an asset's price may liquidate somebody who holds it.</summary>
/// <remarks>
/// A holding rises with its asset's price as a long position without maintenance margin does with its mark, and has its share of the
/// account's slack: docs/decisions/slack-by-notional.md. It is indexed at the price that uses its share up.
/// </remarks>
internal sealed unsafe class CollateralWatch
{
    private readonly CollateralBook _book;
    private readonly bool _atEquality;
    private readonly Slab<TriggerLink> _links;
    private readonly TriggerIndex[] _indexes;

    public CollateralWatch(CollateralBook book, int accounts, bool atEquality)
    {
        _book = book;
        _atEquality = atEquality;
        _links = new Slab<TriggerLink>(accounts * book.Assets);
        _indexes = new TriggerIndex[book.Assets];
        for (int asset = 0; asset < _indexes.Length; asset++)
        {
            _indexes[asset] = new TriggerIndex(_links, asset, positions: 0);
        }
    }

    /// <summary>Takes out an account whose holding's share the asset's present price has used up.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryTakeCrossed(int asset, out int account)
    {
        TriggerIndex index = _indexes[asset];
        account = Ledger.None;
        if (index.Highest < _book.Price(asset).Ticks)
        {
            return false;
        }

        int row = index.First;
        index.Remove(row);
        account = row / _book.Assets;
        return true;
    }

    /// <summary>Indexes what an account holds, each asset with its share of the slack.</summary>
    /// <param name="share">Of the slack, for a part of the account's exposure; null where every price is to cross.</param>
    public void Place(int account, Func<Money, Money>? share)
    {
        for (int asset = 0; asset < _book.Assets; asset++)
        {
            Money value = _book.CountedValue(account, asset);
            if (share is null && !_book.Held(account, asset).IsZero)
            {
                _indexes[asset].Place(_book.RowOf(account, asset), TriggerIndex.MaxRank);
            }
            else if (value.IsPositive)
            {
                PlaceRequiring(account, asset, value - share!(value));
            }
            else
            {
                Forget(account, asset);
            }
        }
    }

    /// <summary>Has no price look at an account: it holds no position.</summary>
    public void Forget(int account)
    {
        for (int asset = 0; asset < _book.Assets; asset++)
        {
            Forget(account, asset);
        }
    }

    public WatchState Save() =>
        new(
            new ReadOnlySpan<TriggerLink>(_links.Rows, _links.Length).ToArray(),
            [],
            [.. _indexes.Select(index => index.Save())]
        );

    public void Restore(WatchState state)
    {
        state.Links.CopyTo(new Span<TriggerLink>(_links.Rows, _links.Length));
        for (int asset = 0; asset < _indexes.Length; asset++)
        {
            _indexes[asset].Restore(state.Indexes[asset]);
        }
    }

    // The highest price, in ticks, at which the value, rounded down, is less than what it must be.
    private void PlaceRequiring(int account, int asset, Money required)
    {
        Money least = _atEquality ? required + Money.FromMinorUnits(1) : required;
        Rational ticks = Rational.FromInteger(least.MinorUnits) / _book.CountedPerTick(account, asset);
        Rational trigger = ticks.ToInteger(Rounding.Ceiling) - Rational.One;
        if (trigger.IsPositive)
        {
            Rational highest = Rational.FromInteger(TriggerIndex.MaxRank);
            int rank = (int)Rational.Min(trigger, highest).ToInt64(Rounding.Floor);
            _indexes[asset].Place(_book.RowOf(account, asset), rank);
        }
        else
        {
            Forget(account, asset);
        }
    }

    private void Forget(int account, int asset)
    {
        int row = _book.RowOf(account, asset);
        if (_links.At(row).Holder != 0)
        {
            _indexes[asset].Remove(row);
        }
    }
}
