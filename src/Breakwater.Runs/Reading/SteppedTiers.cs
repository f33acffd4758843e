using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads a schedule that is stated by its steps.</summary>
internal static class SteppedTiers
{
    /// <exception cref="InputException">An amount or a rate is zero, or maintenance asks for more than initial margin.</exception>
    public static TieredRequirements Read(Document<VenueDocument> venue, SteppedDocument stepped)
    {
        Rational initial = RateOf(venue, stepped.Initial);
        Rational maintenance = RateOf(venue, stepped.Maintenance);
        return maintenance < initial
            ? TieredRequirements.Stepped(
                AmountOf(venue, stepped.BaseLimit),
                AmountOf(venue, stepped.Step),
                initial,
                maintenance,
                RateOf(venue, stepped.PerStep)
            )
            : throw venue.Wrong(stepped.Maintenance, "must be below the initial rate");
    }

    private static Rational AmountOf(Document<VenueDocument> venue, Stated<Amount> amount) =>
        amount.Value.Number > 0
            ? Rational.FromDecimal(amount.Value.Number)
            : throw venue.Wrong(amount, "must be above 0");

    private static Rational RateOf(Document<VenueDocument> venue, Stated<Share> rate) =>
        rate.Value.Rate > Rate.Zero ? Rational.FromRate(rate.Value.Rate) : throw venue.Wrong(rate, "must be above 0 %");
}
