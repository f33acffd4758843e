using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What accounts hold of each collateral asset, and what the assets cost.</summary>
/// <remarks>For each asset deposits less withdrawals are what is held and what was sold.</remarks>
internal sealed class CollateralBook
{
    private readonly CollateralAsset[] _assets;
    private readonly Currency _settlement;
    private readonly Price[] _prices;
    private readonly Quantity[] _netDeposits;
    private readonly Quantity[] _sold;

    // By account and asset: what is held, and what it counts for at a price of one tick.
    private readonly Quantity[] _held;
    private readonly Rational[] _perTick;

    public CollateralBook(CollateralRules rules, Currency settlement, int accounts)
    {
        _assets = [.. rules.Assets];
        _settlement = settlement;
        _prices = new Price[_assets.Length];
        _netDeposits = new Quantity[_assets.Length];
        _sold = new Quantity[_assets.Length];
        _held = new Quantity[accounts * _assets.Length];
        _perTick = new Rational[_held.Length];
    }

    public int Assets => _assets.Length;

    /// <summary>Deposits less withdrawals.</summary>
    public Quantity NetDeposits(int asset) => _netDeposits[asset];

    /// <summary>To the outside, to repay debts.</summary>
    public Quantity Sold(int asset) => _sold[asset];

    public ref Price Price(int asset) => ref _prices[asset];

    public Quantity Held(int account, int asset) => _held[RowOf(account, asset)];

    /// <summary>After haircuts, at the present price, in minor units for each tick.</summary>
    public Rational CountedPerTick(int account, int asset) => _perTick[RowOf(account, asset)];

    /// <summary>As margin, after haircuts, rounded down.</summary>
    public Money CountedValue(int account, int asset) =>
        Held(account, asset).IsZero ? Money.Zero : ValueOf(CountedPerTick(account, asset), asset);

    /// <summary>As margin, of all that an account holds.</summary>
    public Money CountedValue(int account)
    {
        Money counted = Money.Zero;
        for (int asset = 0; asset < _assets.Length; asset++)
        {
            counted += CountedValue(account, asset);
        }

        return counted;
    }

    /// <summary>As margin, if the account held so many more of the asset, or fewer.</summary>
    public Money CountedValueWith(int account, int weight, int asset, Quantity change) =>
        CountedValue(account)
        - CountedValue(account, asset)
        + ValueOf(_assets[asset].CountedPerTick(Held(account, asset) + change, weight, _settlement), asset);

    /// <summary>An account's holding as the formulas of conversion take it, in minor units.</summary>
    public CollateralHolding HoldingOf(int account, int asset)
    {
        CollateralAsset listed = _assets[asset];
        Rational amount = listed.AmountOf(Held(account, asset));
        return new CollateralHolding(
            listed.Name,
            amount,
            listed.PriceOf(_prices[asset], _settlement),
            listed.Tiers,
            null,
            null
        );
    }

    /// <summary>Brings in, or where the change is negative takes out.</summary>
    public void Deposit(int account, int weight, int asset, Quantity change)
    {
        Hold(account, weight, asset, change);
        _netDeposits[asset] += change;
    }

    public void Sell(int account, int weight, int asset, Quantity units)
    {
        Hold(account, weight, asset, -units);
        _sold[asset] += units;
    }

    /// <summary>Smallest amounts for a whole number of which an amount is enough.</summary>
    public Quantity UnitsFor(int asset, Rational amount) =>
        Quantity.FromLots((amount / Rational.FromDecimal(_assets[asset].Unit)).ToInt64(Rounding.Ceiling));

    public Rational WorthOf(int asset, Quantity units) =>
        _assets[asset].AmountOf(units) * _assets[asset].PriceOf(_prices[asset], _settlement);

    public CollateralState Save() => new([.. _prices], [.. _netDeposits], [.. _sold], [.. _held], [.. _perTick]);

    public void Restore(CollateralState state)
    {
        state.Prices.CopyTo(_prices, 0);
        state.NetDeposits.CopyTo(_netDeposits, 0);
        state.Sold.CopyTo(_sold, 0);
        state.Held.CopyTo(_held, 0);
        state.PerTick.CopyTo(_perTick, 0);
    }

    /// <summary>The place of an account's holding of an asset among all.</summary>
    public int RowOf(int account, int asset) => account * _assets.Length + asset;

    private void Hold(int account, int weight, int asset, Quantity change)
    {
        int row = RowOf(account, asset);
        _held[row] += change;
        _perTick[row] = _assets[asset].CountedPerTick(_held[row], weight, _settlement);
    }

    private Money ValueOf(Rational perTick, int asset) =>
        Money.FromMinorUnits((perTick * Rational.FromInteger(_prices[asset].Ticks)).ToInt64(Rounding.Floor));
}
