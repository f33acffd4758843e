using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads the tiers or rates of a venue's instruments.</summary>
/// <param name="rules">Knows what money is here.</param>
internal sealed class MarginScheduleReader(Document<VenueDocument> venue, RuleSetReader rules)
{
    /// <exception cref="InputException">A part is missing or out of range.</exception>
    public MarginSchedule Read(InstrumentDocument document)
    {
        MarginSchedule schedule = venue.Root.Margin?.Schedule.Value switch
        {
            ScheduleKind.LinearInSize => MarginSchedule.LinearInSize(
                RatesOf(document, document.LinearInSize ?? throw MissingIn(document, "linearInSize"))
            ),
            ScheduleKind.Stepped => SteppedOf(document.Stepped ?? throw MissingIn(document, "stepped")),
            ScheduleKind.WholePosition => MarginSchedule.ForWholePositions(
                TiersOf(NeededTiers(document), tier => LotsOf(tier, document))
            ),
            _ => MarginSchedule.FromBrackets(
                TiersOf(NeededTiers(document), tier => rules.MoneyOf(tier.From, tier, nameof(tier.From)))
            ),
        };
        return schedule.WithClosingFee(rules.FeeThat(ClosingFee.InMaintenance));
    }

    private MarginSchedule SteppedOf(SteppedDocument stepped)
    {
        TieredRequirements exact = SteppedTiers.Read(venue, stepped);
        Money limit = rules.MoneyOf(stepped.BaseLimit.Value, stepped.BaseLimit, nameof(stepped.BaseLimit.Value));
        Money step = rules.MoneyOf(stepped.Step.Value, stepped.Step, nameof(stepped.Step.Value));
        (Money floor, Rate rate) = (Money.Zero, stepped.Maintenance.Value.Rate);
        var tiers = new List<(Money, Rate, Leverage)>();
        for (int tier = 0; tier < exact.Tiers; tier++)
        {
            tiers.Add((floor, rate, LeverageOf(exact.Tier(tier, Rational.Zero).InitialRate)));
            floor = tier == 0 ? limit : floor + step;
            rate += stepped.PerStep.Value.Rate;
        }

        return MarginSchedule.ForWholePositions(tiers);
    }

    // In whole hundredths, so that no less than the rate is asked for.
    private static Leverage LeverageOf(Rational initialRate) =>
        Leverage.FromHundredths((int)(Rational.FromInteger(100) / initialRate).ToInt64(Rounding.Floor));

    private Stated<IReadOnlyList<TierDocument>> NeededTiers(InstrumentDocument document) =>
        document.Tiers ?? throw MissingIn(document, "tiers");

    private InputException MissingIn(InstrumentDocument instrument, string key) =>
        venue.WrongPart(instrument, $"the key \"{key}\" is missing, as margin.schedule asks for it");

    private LinearInSizeRates RatesOf(InstrumentDocument instrument, LinearInSizeDocument rates)
    {
        decimal coins = instrument.Lot.Value.Number * (instrument.Contract?.Value.Number ?? 1);
        try
        {
            return new LinearInSizeRates(
                rates.Initial.Value.Value,
                rates.Maintenance.Value.Value,
                rates.PerCoin.Value.Value * Rational.FromDecimal(coins)
            );
        }
        catch (ArgumentException error)
        {
            throw venue.WrongPart(rates, error.Message);
        }
    }

    private Quantity LotsOf(TierDocument tier, InstrumentDocument document)
    {
        Amount lot = document.Lot.Value;
        decimal lots = tier.From.Number / lot.Number;
        bool whole = tier.From.Unit == lot.Unit && lots == decimal.Truncate(lots) && lots <= long.MaxValue;
        return whole
            ? Quantity.FromLots((long)lots)
            : throw venue.Wrong(tier, nameof(tier.From), $"must be a whole number of lots of {lot.Number} {lot.Unit}");
    }

    private List<(T, Rate, Leverage)> TiersOf<T>(
        Stated<IReadOnlyList<TierDocument>> tiers,
        Func<TierDocument, T> floorOf
    )
        where T : struct, IComparable<T>
    {
        var brackets = new List<(T Floor, Rate Rate, Leverage MaxLeverage)>();
        foreach (TierDocument tier in tiers.Value)
        {
            T floor = floorOf(tier);
            Rate rate = tier.Maintenance.Rate;
            if (brackets.Count == 0 ? floor.CompareTo(default) != 0 : floor.CompareTo(brackets[^1].Floor) <= 0)
            {
                throw venue.Wrong(tier, nameof(tier.From), "must be 0 in the first tier and rise from tier to tier");
            }

            if (rate <= (brackets.Count == 0 ? Rate.Zero : brackets[^1].Rate) || rate >= Rate.One)
            {
                throw venue.Wrong(
                    tier,
                    nameof(tier.Maintenance),
                    "must be above 0 %, below 100 % and rise from tier to tier"
                );
            }

            if (rate >= Rate.FromFraction(100, tier.MaxLeverage.Hundredths))
            {
                throw venue.Wrong(tier, nameof(tier.MaxLeverage), "leaves less initial margin than maintenance margin");
            }

            brackets.Add((floor, rate, tier.MaxLeverage));
        }

        return brackets;
    }
}
