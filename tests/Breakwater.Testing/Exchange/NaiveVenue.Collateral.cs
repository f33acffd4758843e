using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// docs/models/margin.md, "Collateral"
public sealed partial class NaiveVenue
{
    private readonly Dictionary<int, Price> _assetPrices = [];
    private readonly Dictionary<int, Int128> _assetsIn = [];
    private readonly Dictionary<int, Int128> _assetsSold = [];

    private IReadOnlyList<CollateralAsset> Assets => Rules.Collateral?.Assets ?? [];

    public Rejection DepositCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity)
    {
        _now = time;
        if (CheckCollateral(account, asset, quantity) is var reason and not Rejection.None)
        {
            return Reject(account, reason);
        }

        Hold(_accounts[account.Index], asset.Index, quantity.Lots);
        _assetsIn[asset.Index] = _assetsIn.GetValueOrDefault(asset.Index) + quantity.Lots;
        _log.Write(MarketEvent.CollateralDeposited(_now, account, asset, quantity));
        return Rejection.None;
    }

    public Rejection WithdrawCollateral(Timestamp time, AccountId account, AssetId asset, Quantity quantity)
    {
        _now = time;
        if (CheckCollateral(account, asset, quantity) is var reason and not Rejection.None)
        {
            return Reject(account, reason);
        }

        NaiveAccount row = _accounts[account.Index];
        bool has = quantity.Lots <= HeldOf(row, asset.Index);
        Hold(row, asset.Index, has ? -quantity.Lots : 0);
        if (!has || Available(row) < 0)
        {
            Hold(row, asset.Index, has ? quantity.Lots : 0);
            return Reject(account, Rejection.InsufficientMargin);
        }

        _assetsIn[asset.Index] -= quantity.Lots;
        _log.Write(MarketEvent.CollateralWithdrawn(_now, account, asset, quantity));
        return Rejection.None;
    }

    public Rejection UpdateCollateralPrice(Timestamp time, AssetId asset, Price price)
    {
        _now = time;
        if (!IsKnown(asset) || !IsPrice(price))
        {
            return Reject(Nobody, IsKnown(asset) ? Rejection.PriceOutOfRange : Rejection.UnknownAsset);
        }

        _assetPrices[asset.Index] = price;
        _log.Write(MarketEvent.CollateralPriceUpdated(_now, asset, price));
        LiquidateHoldersDue(asset.Index);
        return Rejection.None;
    }

    public Price CollateralPriceOf(AssetId asset) => _assetPrices.GetValueOrDefault(asset.Index);

    public Quantity CollateralOf(AccountId account, AssetId asset) =>
        Quantity.FromLots((long)HeldOf(_accounts[account.Index], asset.Index));

    public Quantity CollateralSurplus(AssetId asset)
    {
        Int128 surplus = _assetsSold.GetValueOrDefault(asset.Index) - _assetsIn.GetValueOrDefault(asset.Index);
        foreach (NaiveAccount account in _accounts)
        {
            surplus += HeldOf(account, asset.Index);
        }

        return Quantity.FromLots((long)surplus);
    }

    private bool IsKnown(AssetId asset) => asset.Index >= 0 && asset.Index < Assets.Count;

    private Rejection CheckCollateral(AccountId account, AssetId asset, Quantity quantity)
    {
        if (!IsKnown(account) || !_accounts[account.Index].IsTrader)
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(asset))
        {
            return Rejection.UnknownAsset;
        }

        if (quantity <= Quantity.Zero)
        {
            return Rejection.QuantityNotPositive;
        }

        if (!_assetPrices.ContainsKey(asset.Index))
        {
            return Rejection.NoMarkPrice;
        }

        return _accounts[account.Index].IsIsolated ? Rejection.NeedsCrossMargin : Rejection.None;
    }

    private static Int128 HeldOf(NaiveAccount account, int asset) => account.Held.GetValueOrDefault(asset);

    private static void Hold(NaiveAccount account, int asset, Int128 change) =>
        account.Held[asset] = HeldOf(account, asset) + change;

    private Int128 Counted(NaiveAccount account)
    {
        Int128 counted = 0;
        for (int asset = 0; asset < Assets.Count; asset++)
        {
            counted += CountedOf(account, asset);
        }

        return counted;
    }

    // What lies within a tier's limit counts at its ratio in place of the next one's: limits summed from the other side.
    private Int128 CountedOf(NaiveAccount account, int asset)
    {
        Rational each = AmountOf(asset, HeldOf(account, asset)) / Whole(account.Weight);
        Rational counted = Rational.Zero;
        IReadOnlyList<CollateralTier> tiers = Assets[asset].Tiers;
        for (int k = 0; k < tiers.Count; k++)
        {
            Rational next = k + 1 < tiers.Count ? tiers[k + 1].Ratio : Rational.Zero;
            counted += Rational.Min(each, tiers[k].Limit ?? each) * (tiers[k].Ratio - next);
        }

        return Down(counted * Whole(account.Weight) * PriceOf(asset));
    }

    private Rational AmountOf(int asset, Int128 units) => Whole(units) * Rational.FromDecimal(Assets[asset].Unit);

    // Of a whole one, in minor units.
    private Rational PriceOf(int asset) =>
        Whole(_assetPrices.GetValueOrDefault(asset).Ticks)
        * Rational.FromDecimal(Assets[asset].Tick)
        / Rational.FromDecimal(Rules.Settlement.MinorUnit);

    private void LiquidateHoldersDue(int asset)
    {
        BeginWave();
        int capacity = Rules.Liquidation.Throughput;
        do
        {
            while (capacity > 0 && HoldersDue(asset) is { Count: > 0 } due)
            {
                foreach (NaivePosition position in due.Where(p => IsLiquidatable(p) && MayBeHelped(p)).Take(capacity))
                {
                    Liquidate(position);
                    capacity--;
                }
            }
        } while (DeleverageInsolventFund());
    }

    private List<NaivePosition> HoldersDue(int asset) =>
        [
            .. _accounts
                .Where(account => account.IsTrader && HeldOf(account, asset) > 0)
                .Select(account => account.Positions.Where(p => p.IsOpen).OrderBy(p => p.Age).FirstOrDefault())
                .OfType<NaivePosition>()
                .Where(p => IsLiquidatable(p) && MayBeHelped(p))
                .OrderBy(Slack)
                .ThenBy(p => p.Age),
        ];

    private void ConvertBeforeOrders(NaiveAccount account) =>
        Convert(account, Rules.Collateral?.Unified.Conversion.AtLiquidation == ConversionTime.BeforePositions);

    private void ConvertAfterFill(NaiveAccount account) =>
        Convert(account, Rules.Collateral?.Unified.Conversion.AtLiquidation == ConversionTime.AfterPositions);

    private void Convert(NaiveAccount account, bool repaysAll)
    {
        if (Rules.Collateral is null)
        {
            return;
        }

        ConversionRules rules = Rules.Collateral.Unified.Conversion;
        Rational kept = Rational.One - rules.Haircut;
        int[] sold =
        [
            .. Enumerable
                .Range(0, Assets.Count)
                .Where(asset => HeldOf(account, asset) > 0 && FirstRatio(asset).IsPositive),
        ];
        Rational[] nets = [.. sold.Select(asset => AmountOf(asset, HeldOf(account, asset)) * PriceOf(asset) * kept)];
        Rational all = nets.Aggregate(Rational.Zero, (sum, net) => sum + net);
        Rational left = Rational.Min(DebtDue(account, rules, repaysAll), all);
        if (left.IsZero)
        {
            return;
        }

        Rational[] taken = nets;
        if (rules.Order == ConversionOrder.InProportion)
        {
            taken = [.. nets.Select(net => left * net / all)];
        }
        else
        {
            taken = new Rational[nets.Length];
            foreach (int i in Enumerable.Range(0, sold.Length).OrderByDescending(i => FirstRatio(sold[i])).ToList())
            {
                taken[i] = Rational.Min(nets[i], left);
                left -= taken[i];
            }
        }

        foreach (int i in Enumerable.Range(0, sold.Length).OrderByDescending(i => InOrder(rules, sold[i])))
        {
            SellFor(account, sold[i], taken[i].ToInt64(Rounding.Ceiling), kept);
        }
    }

    private Rational InOrder(ConversionRules rules, int asset) =>
        rules.Order == ConversionOrder.InProportion ? Rational.Zero : FirstRatio(asset);

    private Rational FirstRatio(int asset) => Assets[asset].Tiers is [{ Ratio: var first }, ..] ? first : Rational.Zero;

    private Rational DebtDue(NaiveAccount account, ConversionRules rules, bool repaysAll)
    {
        Int128 profit = EquityOf(account) - account.Wallet - Counted(account);
        Rational debt = Rational.Max(Whole(-account.Wallet - (rules.DebtCountsProfit ? profit : 0)), Rational.Zero);
        if (repaysAll)
        {
            return debt;
        }

        if (!rules.DebtLimits.TryGetValue(Rules.Settlement.Code, out Rational limit))
        {
            return Rational.Zero;
        }

        Rational allowed = limit * Whole(account.Weight) / Rational.FromDecimal(Rules.Settlement.MinorUnit);
        Rational due = rules.RepaysWholeDebt ? debt : debt - allowed;
        return debt < allowed ? Rational.Zero : due;
    }

    // The fewest units that bring enough, looked for among all that are held; all of them where they do not.
    private void SellFor(NaiveAccount account, int asset, Int128 needed, Rational kept)
    {
        if (needed <= 0)
        {
            return;
        }

        Int128 low = 0;
        Int128 high = HeldOf(account, asset);
        while (high - low > 1)
        {
            Int128 middle = (low + high) / 2;
            (low, high) = Proceeds(middle) >= needed ? (low, middle) : (middle, high);
        }

        Int128 proceeds = Proceeds(high);
        if (proceeds == 0)
        {
            return;
        }

        Hold(account, asset, -high);
        _assetsSold[asset] = _assetsSold.GetValueOrDefault(asset) + high;
        account.Wallet += proceeds;
        OutsideAccount.Wallet -= proceeds;
        _log.Write(
            MarketEvent.CollateralSold(
                _now,
                new AccountId(account.Index),
                Venue.Outside,
                new AssetId(asset),
                Quantity.FromLots((long)high),
                _assetPrices[asset],
                Exact.ToMoney(proceeds),
                Exact.ToMoney(Down(AmountOf(asset, high) * PriceOf(asset)) - proceeds)
            )
        );

        Int128 Proceeds(Int128 units) => Down(AmountOf(asset, units) * PriceOf(asset) * kept);
    }

    // Under cross margin, what the venue's order of positions goes by.
    private Int128 WeightOf(NaivePosition position)
    {
        if (Rules.Collateral?.Unified.PositionOrder != PositionOrder.OppositesThenMostReleased)
        {
            return Maintenance(position);
        }

        Int128 whole = Int128.Abs(position.Lots);
        Int128 closed = NextStep(position) is var step && step > 0 ? step : whole;
        Int128 left = position.Lots - Int128.Sign(position.Lots) * closed;
        Int128 cost = position.Cost - Exact.Floor(position.Cost * closed, whole);
        bool atEntry = Rules.Instruments[position.Instrument].MaintenanceAt == MarginBasis.Entry;
        Int128 notional = Int128.Abs(atEntry ? cost : ValueOf(position.Instrument, left, MarkOf(position)));
        Int128 after =
            left == 0
                ? 0
                : Maintenance(position.Instrument, notional, left, position.Owner.Weight)
                    + Reserve(position.Instrument, left, cost, position.Leverage);
        return Maintenance(position) - after;
    }

    // Nothing is sent: whether the next one is partial is as it was.
    private Int128 NextStep(NaivePosition position)
    {
        Int128 equity = Equity(position);
        Rate share = Rules.Liquidation.TakeOverBelow;
        bool takesOver =
            (DeleveragesOnNegativeEquity && equity < 0)
            || equity * share.Denominator < MaintenanceOfMarginAccount(position) * share.Numerator;
        Int128 until = position.Owner.WholePositionsUntil;
        Int128 size = takesOver ? 0 : OrderSize(position);
        position.Owner.WholePositionsUntil = until;
        return size;
    }

    private static Rational Whole(Int128 amount) => Rational.FromFraction(amount, 1);

    private static Int128 Down(Rational amount) => amount.ToInt64(Rounding.Floor);
}
