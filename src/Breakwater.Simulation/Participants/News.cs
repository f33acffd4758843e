using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Tells people what coins are worth: the shock, in each coin by its beta.</summary>
internal sealed class News(Market market) : IParticipant
{
    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start;

    public Timestamp Act(Timestamp now)
    {
        double fall = market.Parameters.Shock.At(now);
        foreach (Place place in market.Places)
        {
            place.Liquidity.MoveFundamental(fall * market.Parameters.Coins[place.Listing.Coin].Beta);
        }

        return now + market.Parameters.Step;
    }
}
