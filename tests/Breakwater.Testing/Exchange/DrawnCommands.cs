using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>Commands that a crowd, a hostile one, might send next, given where a venue stands.</summary>
public sealed class DrawnCommands(Luck luck, DrawnMarket market, IVenue venue)
{
    private const long HighestMark = (1L << 30) - 2;
    private const long HighestAssetPrice = 50_000_000;
    private const long LargestIndexChange = 10_000_000_000_000_000;

    private Timestamp _now = Timestamp.FromUnixMilliseconds(1_760_000_000_000);

    private int Instruments => market.Rules.Instruments.Count;

    public VenueCommand Next(int step)
    {
        _now += Duration.FromMilliseconds(luck.Of(0L, 100, 1_000, 15_000));
        if (step < Instruments)
        {
            return new VenueCommand.Mark(_now, new InstrumentId(step), Price.FromTicks(market.BasePrice[step]));
        }

        if (step < Instruments + market.Traders)
        {
            var mode = luck.Chance(market.CrossShare) ? MarginMode.Cross : MarginMode.Isolated;
            int weight = luck.Chance(market.WeightShare) ? luck.Of(2, 3, 10, 1_000) : 1;
            return new VenueCommand.Open(_now, mode, weight);
        }

        if (step == Instruments + market.Traders && market.FundCapital > 0)
        {
            return new VenueCommand.Deposit(
                _now,
                Venue.Fund,
                Money.FromMinorUnits(market.FundCapital * TypicalNotional(0))
            );
        }

        return luck.Chance(0.02) ? Nonsense() : Sensible();
    }

    private VenueCommand Sensible()
    {
        double what = luck.Uniform();
        if (what < market.FundingShare)
        {
            return Funding();
        }

        if (Assets > 0 && luck.Chance(0.35))
        {
            return OfCollateral();
        }

        return luck.Below(100) switch
        {
            < 45 => Mark(),
            < 73 => Trade(),
            < 83 => new VenueCommand.Deposit(_now, AnyAccount(), AnyAmount()),
            < 88 => new VenueCommand.Withdraw(_now, AnyAccount(), AnyAmount()),
            < 95 => Adopt(),
            _ => Unwind(),
        };
    }

    private int Assets => market.Rules.Collateral?.Assets.Count ?? 0;

    private VenueCommand OfCollateral()
    {
        // Now and then one that is not there.
        var asset = new AssetId((int)luck.Below(Assets) + (luck.Chance(0.01) ? Assets : 0));
        if (asset.Index >= Assets)
        {
            return new VenueCommand.BringCollateral(_now, AnyAccount(), asset, Quantity.FromLots(1));
        }

        Price price = venue.CollateralPriceOf(asset);
        if (price == Price.Zero)
        {
            return new VenueCommand.PriceCollateral(
                _now,
                asset,
                Price.FromTicks(luck.OfAnySize(HighestAssetPrice / 10))
            );
        }

        AccountId account = AnyAccount();
        return luck.Below(10) switch
        {
            < 6 => new VenueCommand.PriceCollateral(_now, asset, Price.FromTicks(NextPriceOf(asset, price.Ticks))),
            < 9 => new VenueCommand.BringCollateral(_now, account, asset, UnitsWorth(asset, AnyAmount())),
            _ => new VenueCommand.TakeCollateral(
                _now,
                account,
                asset,
                Quantity.FromLots(venue.CollateralOf(account, asset).Lots / luck.Of(1, 2, 10) + luck.Of(0, 0, 1))
            ),
        };
    }

    private long NextPriceOf(AssetId asset, long price)
    {
        long step = Math.Max(price / luck.Of(20, 100, 1_000), 2);
        long next =
            luck.Chance(market.GapShare) ? luck.Of(1, price / 10, price / 2, price * 2)
            : luck.Chance(0.5) ? BesideAHoldersEnd(asset, price)
            : price + luck.Between(-step, step);
        return Math.Clamp(next, 1, HighestAssetPrice);
    }

    // Where the fall of an asset uses up what a holder has left to lose, give or take two ticks.
    private long BesideAHoldersEnd(AssetId asset, long price)
    {
        AccountId account = AnyAccount();
        CollateralAsset listed = market.Rules.Collateral!.Assets[asset.Index];
        Rational perTick = listed.CountedPerTick(
            venue.CollateralOf(account, asset),
            venue.WeightOf(account),
            market.Rules.Settlement
        );
        Money slack = venue.MarginOf(account, AnyInstrument()).Slack;
        if (!perTick.IsPositive)
        {
            return price;
        }

        Rational farthest = Rational.FromInteger(HighestMark);
        Rational ticks = Rational.Clamp(Rational.FromInteger(slack.MinorUnits) / perTick, -farthest, farthest);
        return price - ticks.ToInt64(Rounding.Floor) + luck.Between(-2, 2);
    }

    // Dozens of such fit money at the highest price there is.
    private Quantity UnitsWorth(AssetId asset, Money amount)
    {
        CollateralAsset listed = market.Rules.Collateral!.Assets[asset.Index];
        Rational unit = listed.AmountOf(Quantity.FromLots(1));
        Rational now = unit * listed.PriceOf(venue.CollateralPriceOf(asset), market.Rules.Settlement);
        Rational atMost = unit * listed.PriceOf(Price.FromTicks(HighestAssetPrice), market.Rules.Settlement);
        Rational units = Rational.FromInteger(amount.MinorUnits) / now;
        Rational most = Rational.FromInteger(1L << 54) / atMost;
        return Quantity.FromLots(Math.Max(Rational.Min(units, most).ToInt64(Rounding.Ceiling), 1));
    }

    private VenueCommand.Unwind Unwind()
    {
        InstrumentId instrument = AnyInstrument();
        Price? worst = luck.Chance(0.5) ? null : Price.FromTicks(PriceNearMark(instrument));
        return new VenueCommand.Unwind(_now, instrument, AnyLots(), worst);
    }

    private VenueCommand.Mark Mark()
    {
        InstrumentId instrument = AnyInstrument();
        long mark = venue.MarkOf(instrument).Ticks;
        long next;
        if (luck.Chance(market.GapShare))
        {
            next = luck.Of(
                1,
                mark / 10,
                mark / 2,
                mark * 2,
                mark * 10,
                market.BasePrice[instrument.Index],
                HighestMark
            );
        }
        else if (luck.Chance(0.3))
        {
            next = BesideALiquidationPrice(instrument, mark);
        }
        else
        {
            long step = Math.Max(mark / luck.Of(20, 100, 1_000), 2);
            next = mark + luck.Between(-step, step);
        }

        return new VenueCommand.Mark(_now, instrument, Price.FromTicks(Math.Clamp(next, 1, HighestMark)));
    }

    // Where somebody's slack is used up, give or take two ticks: exactly at maintenance margin now and then.
    private long BesideALiquidationPrice(InstrumentId instrument, long mark)
    {
        AccountId account = AnyAccount();
        (Quantity lots, Money cost, _, _) = venue.PositionOf(account, instrument);
        if (lots.IsZero)
        {
            return mark;
        }

        InstrumentRules rules = market.Rules.Instruments[instrument.Index];
        Money value = rules.Instrument.Value(venue.MarkOf(instrument), lots);
        Money maintenance = rules.Maintenance(lots, value, cost, venue.WeightOf(account));
        Money required = value - maintenance - venue.MarginOf(account, instrument).Slack;
        return LiquidationPrice.Trigger(rules, lots, cost, venue.WeightOf(account), required) + luck.Between(-2, 2);
    }

    private VenueCommand.Trade Trade()
    {
        InstrumentId instrument = AnyInstrument();
        AccountId buyer = AnyAccount();
        AccountId seller = AnyAccount();
        var leverage = Leverage.FromMultiple(luck.Of(1, 2, 5, 10, 20, 50, 125));
        long price = PriceNearMark(instrument);
        long quantity = luck.Below(3) switch
        {
            0 => Math.Abs(venue.PositionOf(buyer, instrument).Lots.Lots) + luck.Of(0, 0, 1),
            1 => luck.OfAnySize(market.LotScale),
            _ => Affordable(buyer, seller, instrument, leverage, price),
        };
        return new VenueCommand.Trade(
            _now,
            instrument,
            buyer,
            seller,
            Quantity.FromLots(Math.Clamp(quantity, 1, market.LotScale)),
            Price.FromTicks(price),
            leverage
        );
    }

    private long Affordable(AccountId buyer, AccountId seller, InstrumentId instrument, Leverage leverage, long price)
    {
        long wallet = Math.Min(venue.WalletOf(buyer).MinorUnits, venue.WalletOf(seller).MinorUnits);
        Int128 lots = LotsWorth((Int128)wallet * leverage.Hundredths / 100, instrument, price);
        return (long)Int128.Clamp(lots * luck.Between(1, 10) / 10, 1, market.LotScale);
    }

    private VenueCommand.Adopt Adopt()
    {
        InstrumentId instrument = AnyInstrument();
        AccountId account = AnyAccount();
        long lots = luck.OfAnySize(market.LotScale) * luck.Of(-1, 1);
        bool isolated = luck.Chance(0.5);
        Money margin = isolated
            ? Money.FromMinorUnits(venue.WalletOf(account).MinorUnits / luck.Of(1, 2, 10))
            : Money.Zero;
        return new VenueCommand.Adopt(
            _now,
            instrument,
            account,
            Quantity.FromLots(lots),
            Price.FromTicks(PriceNearMark(instrument)),
            margin,
            Leverage.FromMultiple(luck.Of(1, 5, 20, 125))
        );
    }

    private VenueCommand.Funding Funding()
    {
        InstrumentId instrument = AnyInstrument();
        long price = venue.MarkOf(instrument).Ticks;
        long sign = luck.Chance((1 + market.FundingBias) / 2) ? 1 : -1;
        long steps = luck.Below(market.FundingPerMille * 1_000 + 1);
        var rate = Rate.FromFraction(sign * steps, luck.Chance(0.3) ? 1_000_000_000 : 1_000_000);
        Int128 perLot = Listed(instrument).Notional(Price.FromTicks(price), Quantity.FromLots(1)).MinorUnits;
        Int128 change = perLot * 1_000_000_000 * rate.Numerator / rate.Denominator;
        bool tooLarge = Int128.Abs(change) > LargestIndexChange;
        return new VenueCommand.Funding(_now, instrument, tooLarge ? Rate.Zero : rate, Price.FromTicks(price));
    }

    private VenueCommand Nonsense()
    {
        var unknown = new AccountId(luck.Of(-1, int.MaxValue, venue.AccountCount));
        var unlisted = new InstrumentId(luck.Of(-1, int.MaxValue, Instruments));
        AccountId account = luck.Chance(0.7) ? AnyAccount() : unknown;
        InstrumentId instrument = luck.Chance(0.7) ? AnyInstrument() : unlisted;
        var price = Price.FromTicks(luck.Of(0, -1, HighestMark + 1, 1, market.BasePrice[0]));
        Quantity lots = Quantity.FromLots(luck.Of(0, -1, 1, 1));
        Money amount = Money.FromMinorUnits(luck.Of(0, -1, 1, 1L << 50));
        Leverage leverage = Leverage.FromMultiple(luck.Of(1, 1_000));
        return luck.Below(7) switch
        {
            0 => new VenueCommand.Deposit(_now, unknown, amount),
            1 => new VenueCommand.Withdraw(_now, account, amount),
            2 => new VenueCommand.Mark(_now, unlisted, price),
            3 => new VenueCommand.Funding(_now, unlisted, Rate.Zero, price),
            4 => new VenueCommand.Unwind(_now, instrument, lots, Worst: null),
            5 => new VenueCommand.Adopt(_now, instrument, account, lots, price, amount, leverage),
            _ => new VenueCommand.Trade(_now, instrument, account, AnyAccount(), lots, price, leverage),
        };
    }

    private long PriceNearMark(InstrumentId instrument)
    {
        long mark = venue.MarkOf(instrument).Ticks;
        long distance = luck.Chance(market.OffMarketShare) ? mark / 2 : mark / 200;
        long price = luck.Chance(0.5) ? mark : mark + luck.Between(-distance, distance);
        return Math.Clamp(price, 1, HighestMark);
    }

    private AccountId AnyAccount() => new((int)luck.Below(venue.AccountCount));

    private InstrumentId AnyInstrument() => new((int)luck.Below(Instruments));

    private Quantity AnyLots() => Quantity.FromLots(luck.OfAnySize(market.LotScale * 10));

    private Money AnyAmount() => Money.FromMinorUnits(luck.OfAnySize(TypicalNotional(AnyInstrument().Index)));

    private long TypicalNotional(int instrument) =>
        Listed(new InstrumentId(instrument))
            .Notional(Price.FromTicks(market.BasePrice[instrument]), Quantity.FromLots(market.LotScale))
            .MinorUnits;

    private Int128 LotsWorth(Int128 notional, InstrumentId instrument, long price)
    {
        Instrument listed = Listed(instrument);
        return listed.Kind == ContractKind.Linear
            ? notional / ((Int128)price * listed.MinorUnitsPerTickLot)
            : notional * price / listed.MinorUnitsAtOneTick;
    }

    private Instrument Listed(InstrumentId instrument) => market.Rules.Instruments[instrument.Index].Instrument;
}
