using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads what became of a venue's fund.</summary>
internal static class FundReader
{
    public static FundSummary Read(VenueInWorld venue)
    {
        ReportedMoney money = venue.Reported;
        VenueTally tally = venue.Tally;
        bool exhausted = IsExhausted(venue);
        return new FundSummary(
            venue.Parameters.Rules.Fund.Name,
            money.ToDecimal(venue.Parameters.FundCapital),
            money.ToDecimal(tally.PaidToFund),
            money.ToDecimal(tally.PaidByFund),
            money.ToDecimal(tally.RealisedByFund),
            money.ToDecimal(tally.FundingOfFund),
            money.ToDecimal(tally.FeesOfFund),
            money.ToDecimal(venue.Venue.FundEquity - venue.Venue.WalletOf(Venue.Fund)),
            money.ToDecimal(tally.Waterfall.WrittenOff),
            money.ToDecimal(venue.Venue.FundEquity),
            money.ToDecimal(venue.LowestFundEquity),
            exhausted,
            money.ToDecimal(NeedOf(venue, exhausted))
        )
        {
            IsNeedLeast = exhausted && BearsLessThanAll(venue),
        };
    }

    private static bool BearsLessThanAll(VenueInWorld venue)
    {
        VenueRules rules = venue.Parameters.Rules;
        bool winnersUncounted =
            rules.Deleveraging.Trigger != DeleveragingTrigger.FundExhausted
            && Total(venue, FlowKind.Deleveraged).IsPositive;
        bool debtsUncounted = !rules.Fund.PaysDeficits && LeftByTraders(venue).IsPositive;
        return winnersUncounted || debtsUncounted;
    }

    private static bool IsExhausted(VenueInWorld venue)
    {
        VenueRules rules = venue.Parameters.Rules;
        Money winners = Total(venue, FlowKind.Deleveraged);
        Money winnersForFund = winners - Total(venue, FlowKind.DeleveragedAway);
        bool deleveragedInItsPlace =
            rules.Deleveraging.Trigger == DeleveragingTrigger.FundExhausted && winners.IsPositive;
        bool leftUnpaid = rules.Fund.PaysDeficits && LeftByTraders(venue).IsPositive;
        return venue.LowestFundEquity.IsNegative
            || venue.Tally.Waterfall.WrittenOff.IsPositive
            || winnersForFund.IsPositive
            || deleveragedInItsPlace
            || leftUnpaid;
    }

    // What it lost at the worst moment, and what others bore that it is there for.
    private static Money NeedOf(VenueInWorld venue, bool exhausted)
    {
        VenueRules rules = venue.Parameters.Rules;
        Waterfall sum = SumOf(venue);
        Money need = venue.Parameters.FundCapital - venue.LowestFundEquity;
        if (rules.Fund.PaysDeficits)
        {
            need += LeftByTraders(venue);
        }

        if (rules.Deleveraging.Trigger == DeleveragingTrigger.FundExhausted)
        {
            need += Money.Max(sum.Winners, Money.Zero);
        }

        return exhausted ? Money.Max(need, venue.Parameters.FundCapital) : need;
    }

    // Shared by others, or not.
    private static Money LeftByTraders(VenueInWorld venue) =>
        SumOf(venue).Unpaid + venue.Tally.Waterfall.SharedOfTraders;

    private static Waterfall SumOf(VenueInWorld venue) =>
        venue.Parameters.Rules.Instruments.Aggregate(
            default(Waterfall),
            (sum, listed) => sum + venue.Tally.Waterfall.Of(listed.Instrument.Id)
        );

    private static Money Total(VenueInWorld venue, FlowKind kind)
    {
        Money total = Money.Zero;
        for (int listing = 0; listing < venue.Parameters.Listings.Count; listing++)
        {
            total += venue.Tally.Flows.Total(listing, isLong: true, kind).Notional;
            total += venue.Tally.Flows.Total(listing, isLong: false, kind).Notional;
        }

        return total;
    }
}
